// Every test in a real VS Code: `node scripts/e2e/run.mjs [lane ...]`. Nothing of it leaves this machine.
import { hostLane } from './lanes/host.mjs';
import { setUpLane } from './lanes/set-up.mjs';
import { uiLane } from './lanes/ui.mjs';
import { webLane } from './lanes/web.mjs';
import { SetupError } from './tools.mjs';
import { packExtension } from './workspace.mjs';

const lanes = {
  host: { title: 'in the extension host', run: hostLane },
  ui: { title: 'as a person', run: uiLane },
  web: { title: 'in a browser alone, oldest version', run: webLane },
  // Installs and runs a real app: part of `npm run test:proof`, or when named.
  'set-up': { title: 'as a new user', run: setUpLane, onlyNamed: true },
};

if (process.env.LUCIA_GUARD_SKIP_E2E === '1') {
  console.log('The tests in a real VS Code are left out: LUCIA_GUARD_SKIP_E2E is set.');
  process.exit(0);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in lanes));
if (unknown.length > 0) {
  console.error(`No such lane: ${unknown.join(', ')}. There are: ${Object.keys(lanes).join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
try {
  const vsix = packExtension();
  for (const [name, lane] of Object.entries(lanes)) {
    if (wanted.length > 0 ? !wanted.includes(name) : lane.onlyNamed) continue;
    console.log(`VS Code, ${lane.title}`);
    const started = Date.now();
    const result = await lane.run({ vsix });
    const problems = [...result.problems, ...result.outside.map((url) => `A request left this machine: ${url}`)];
    if (problems.length === 0 && result.passed + result.failed === 0) problems.push('No test ran.');
    for (const problem of problems) console.log(`  FAILED ${problem}`);
    passed += result.passed;
    failed += result.failed + (problems.length > 0 ? 1 : 0);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`  ${name}: ${result.passed} of ${result.passed + result.failed} in ${seconds} s`);
  }
} catch (error) {
  failed++;
  console.error(error instanceof SetupError ? error.message : error);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
