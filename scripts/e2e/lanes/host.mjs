// The mocha suite inside the extension host of a real VS Code, on the installed package.
import { join } from 'node:path';
import { openBrowser, runSuite } from '../browser.mjs';
import { startServer, testedBuiltIns } from '../server.mjs';
import { buildRunner, copyWorkspace, fixtureSettings, withFolder } from '../workspace.mjs';

export function hostLane({ vsix }) {
  return withFolder(async (folder) => {
    const workspace = copyWorkspace(folder);
    const runner = await buildRunner();
    const server = await startServer(folder, {
      testDriver: true,
      vsix,
      settings: fixtureSettings,
      builtIns: testedBuiltIns,
    });
    const { context, page, outside } = await openBrowser(join(folder, 'chromium'), {
      width: 800,
      height: 600,
      painted: false,
    });
    try {
      const url = server.url(workspace, [
        ['extensionDevelopmentPath', server.remote(runner)],
        ['extensionTestsPath', server.remote(join(runner, 'run.js'))],
      ]);
      const result = await runSuite(page, url, { seconds: 600 });
      return { ...result, outside };
    } finally {
      await context.close();
      await server.stop();
    }
  });
}
