// One VS Code server on 127.0.0.1 with folders of its own: settings, extensions, state.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { SetupError, node24, vscodeServer } from './tools.mjs';

/** Quiet, offline, and without what would cover the editor. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  // The workbench in a browser saves by itself otherwise.
  'files.autoSave': 'off',
  'git.enabled': false,
  'chat.disableAIFeatures': true,
};

/** The extensions of VS Code itself that touch what is tested: the others (chat, Git, debuggers) only take time. */
export const testedBuiltIns = [
  ...['javascript', 'typescript-basics', 'typescript-language-features'],
  ...['json', 'json-language-features', 'markdown-basics', 'markdown-language-features', 'theme-defaults'],
];

/**
 * @param {string} folder where the server keeps all its state
 * @param {{ testDriver?: boolean, settings?: object, port?: number, vsix?: string, builtIns?: readonly string[],
 *   env?: Record<string, string> }} options
 *   testDriver: load the extension and the tests that the page's address names (and show no notifications);
 *   builtIns: the only extensions of VS Code itself to load, by folder
 */
export async function startServer(
  folder,
  { testDriver = false, settings = {}, port = 0, vsix, builtIns, env = {} } = {},
) {
  const node = node24();
  const main = join(vscodeServer(), 'out', 'server-main.js');
  const folders = [
    ['--server-data-dir', join(folder, 'server')],
    ['--user-data-dir', join(folder, 'user')],
    ['--extensions-dir', join(folder, 'extensions')],
  ].flat();
  const environment = {
    PATH: [dirname(node), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    LANG: 'C.UTF-8',
    // Without it the workbench asks a public registry for extensions.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...env,
  };
  if (builtIns) {
    const chosen = join(folder, 'built-in');
    mkdirSync(chosen, { recursive: true });
    for (const name of builtIns) symlinkSync(join(vscodeServer(), 'extensions', name), join(chosen, name), 'junction');
    folders.push('--builtin-extensions-dir', chosen);
  }
  mkdirSync(join(folder, 'user', 'User'), { recursive: true });
  writeFileSync(join(folder, 'user', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));

  if (vsix) {
    const install = spawnSync(node, [main, '--accept-server-license-terms', ...folders, '--install-extension', vsix], {
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (install.status !== 0 || !/successfully installed/.test(install.stdout)) {
      throw new SetupError(`VS Code could not install ${vsix}:\n${install.stdout}${install.stderr}`);
    }
  }

  const child = spawn(
    node,
    [
      main,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-workspace-trust'],
      ...folders,
      ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  const exited = new Promise((resolve) => child.once('close', resolve));
  const authority = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SetupError(`The VS Code server did not start:\n${output}`)), 30_000);
    const read = (chunk) => {
      output += chunk;
      const match = /Web UI available at http:\/\/localhost:(\d+)/.exec(output);
      if (match) {
        clearTimeout(timer);
        resolve(`127.0.0.1:${match[1]}`);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => reject(new SetupError(`The VS Code server did not start: ${error.message}`)));
    child.once('close', () => reject(new SetupError(`The VS Code server ended:\n${output}`)));
  });

  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It has ended by itself.
    }
  };
  return {
    authority,
    exited,
    output: () => output,
    /** The workbench's address for a folder; `payload` is VS Code's own list of pairs. */
    url: (workspace, payload = []) => {
      const pairs = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload];
      return `http://${authority}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(pairs))}`;
    },
    remote: (path) => `vscode-remote://${authority}${path}`,
    stop: async () => {
      signal('SIGTERM');
      const timer = setTimeout(() => signal('SIGKILL'), 4_000);
      await exited;
      clearTimeout(timer);
      signal('SIGKILL');
    },
  };
}
