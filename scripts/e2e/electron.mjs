// `npm run test:electron`: the same suite in the desktop VS Code, which is downloaded. For machines that can do that;
// elsewhere `npm test` runs the suite in the VS Code server. A version may be named: `npm run test:electron -- 1.91.1`.
import { runTests } from '@vscode/test-electron';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietSettings } from './server.mjs';
import { root, runScript } from './tools.mjs';
import { buildRunner, copyWorkspace, fixtureSettings, withFolder } from './workspace.mjs';

const version = process.argv[2] ?? 'stable';

await withFolder(async (folder) => {
  runScript('esbuild.mjs');
  const user = join(folder, 'user');
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...fixtureSettings }));
  try {
    await runTests({
      version,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(await buildRunner(), 'run.js'),
      launchArgs: [copyWorkspace(folder), '--disable-extensions', '--user-data-dir', user],
    });
  } catch (error) {
    console.error(`VS Code ${version}: ${error.message}`);
    process.exitCode = 1;
  }
});
