// Runs every test of the project, on a fresh clone too: it installs what is missing first.
// `npm test -- unit lsp` runs only the named stages.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './lib/install.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const mocha = (...args) => [process.execPath, [join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), ...args]];
const node = (...args) => [process.execPath, args];

const parallel = (...args) => mocha('--parallel', '--jobs', '2', ...args);

/**
 * Each stage counts as one test, except those that print how many passed and failed. Stages that mostly wait for the
 * registry are started first, one after the other, beside the rest; `after` names one where its result is needed, and
 * `bare` those that run before the project's own packages are there.
 */
const stages = [
  { name: 'format', command: [bin('prettier'), ['--check', '--log-level', 'warn', '.']] },
  { name: 'typecheck', command: [bin('tsc'), ['-p', 'tsconfig.json']] },
  { name: 'codegen', command: node('--import', 'tsx', 'scripts/codegen.ts', '--check') },
  { name: 'blocks', command: node('--import', 'tsx', 'scripts/blocks-codegen.ts', '--check') },
  { name: 'build', command: node('esbuild.mjs') },
  { name: 'tools', command: node('scripts/e2e/install.mjs'), beside: true, bare: true },
  { name: 'packages', command: node('--import', 'tsx', 'test/templates/install.ts'), beside: true },
  {
    name: 'unit',
    command: parallel('--spec', 'test/**/*.test.ts', '--ignore', 'test/{lsp,cli,pack,templates,vscode,web}/**'),
  },
  { name: 'lsp', command: parallel('--spec', 'test/lsp/**/*.test.ts') },
  { name: 'cli', command: parallel('--spec', 'test/cli/**/*.test.ts') },
  { name: 'pack', command: mocha('--spec', 'test/pack/**/*.test.ts'), after: 'tools' },
  { name: 'templates', command: parallel('--spec', 'test/templates/**/*.test.ts'), after: 'packages' },
  { name: 'vscode', command: node('scripts/e2e/run.mjs') },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

let passed = 0;
let failed = 0;
const failedStages = [];
const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const running = new Map();
for (const stage of chosen.filter(({ bare }) => bare)) running.set(stage.name, runStage(stage, false));
ensureInstalled();
let last = Promise.all(running.values());
for (const stage of chosen.filter(({ beside, bare }) => beside && !bare)) {
  last = last.then(() => runStage(stage, false));
  running.set(stage.name, last);
}
for (const stage of chosen) {
  if (stage.beside) continue;
  await report(running.get(stage.after));
  running.delete(stage.after);
  await report(runStage(stage, true));
}
for (const result of running.values()) await report(result);
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function report(result) {
  if (!result) return;
  const { name, code, output, shown, seconds } = await result;
  if (!shown) process.stdout.write(`\n== ${name}\n${output}`);
  const counts = countsOf(output);
  const ok = code === 0 && (counts === undefined || (counts.failed === 0 && counts.passed > 0));
  passed += counts ? counts.passed : ok ? 1 : 0;
  failed += counts && counts.failed > 0 ? counts.failed : ok ? 0 : 1;
  if (!ok) failedStages.push(name);
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
}

/** Runs one stage; what it prints is shown at once, or all together when it is done. */
function runStage({ name, command: [command, args] }, shown) {
  if (shown) console.log(`\n== ${name}`);
  const started = Date.now();
  return new Promise((resolve) => {
    let output = '';
    const done = (code) => resolve({ name, code, output, shown, seconds: (Date.now() - started) / 1000 });
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    });
    const collect = (stream) => (chunk) => {
      if (shown) stream.write(chunk);
      output += chunk;
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', (error) => {
      output += error;
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** What a stage says of its own tests: mocha's closing lines, or one "N passed, N failed" line. */
function countsOf(output) {
  const text = output.replace(/\u001b\[[0-9;]*m/g, '');
  const plain = [...text.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  if (plain) return { passed: Number(plain[1]), failed: Number(plain[2]) };
  const passing = [...text.matchAll(/^\s+(\d+) passing\b/gm)].at(-1);
  if (!passing) return undefined;
  const failing = [...text.matchAll(/^\s+(\d+) failing\b/gm)].at(-1);
  return { passed: Number(passing[1]), failed: failing ? Number(failing[1]) : 0 };
}
