// `npm start`: Lucia Guard in a real VS Code, opened on the sample app. Installs and builds what is missing.
// `npm start -- --check` does it without a person: waits for the first warning on the screen, prints it and ends.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './lib/install.mjs';

const args = process.argv.slice(2);
const unknown = args.filter((argument) => argument !== '--check');
if (unknown.length > 0) fail(`Unknown option: ${unknown.join(' ')}. There is: --check`);
const check = args.includes('--check');

ensureInstalled();
// Only now: they need the project's packages.
const { SetupError, cacheFolder, onPath, runScript } = await import('./e2e/tools.mjs');

const examples = join(root, 'examples');
const firstFile = join(examples, 'insecure', 'src', 'app', 'login', 'actions.ts');

try {
  const desktop = check || !hasScreen() ? undefined : onPath('code');
  if (desktop) {
    runScript('esbuild.mjs');
    await openDesktop(desktop);
  } else if (check) await checkWorkbench();
  else await serveWorkbench();
} catch (error) {
  if (error instanceof SetupError) fail(error.message);
  throw error;
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function openDesktop(code) {
  const options = ['--new-window', `--extensionDevelopmentPath=${root}`, examples, firstFile];
  // VS Code refuses to run as root unless it is told where to keep its state.
  if (process.getuid?.() === 0) options.push('--no-sandbox', '--user-data-dir', join(cacheFolder, 'desktop'));
  console.log('Opening VS Code on examples/ ...');
  const windows = process.platform === 'win32';
  const child = spawn(windows ? `"${code}"` : code, windows ? options.map((option) => `"${option}"`) : options, {
    stdio: 'inherit',
    shell: windows,
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new SetupError(`VS Code could not be started: ${error.message}`)));
    child.once('close', (status) =>
      status === 0 ? resolve() : reject(new SetupError(`VS Code ended with code ${status}.`)),
    );
  });
}

async function startWorkbench(folder, port) {
  const { packExtension } = await import('./e2e/workspace.mjs');
  const { startServer } = await import('./e2e/server.mjs');
  mkdirSync(folder, { recursive: true });
  const server = await startServer(folder, { vsix: packExtension(), port });
  return { server, url: server.url(examples, [['openFile', server.remote(firstFile)]]) };
}

async function serveWorkbench() {
  const { server, url } = await startWorkbench(join(cacheFolder, 'start'), 0);
  console.log(`\nVS Code with Lucia Guard on examples/:\n\n  ${url}\n\nOpen it in a browser. Ctrl+C ends it.`);
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve('asked'));
  });
  const end = await Promise.race([stopped, server.exited.then(() => 'ended')]);
  await server.stop();
  if (end === 'ended') throw new SetupError(`The VS Code server ended by itself:\n${server.output()}`);
}

async function checkWorkbench() {
  const { openBrowser } = await import('./e2e/browser.mjs');
  const { openProblems, problemRows } = await import('./e2e/workbench.mjs');
  const { withFolder } = await import('./e2e/workspace.mjs');
  await withFolder(async (folder) => {
    const { server, url } = await startWorkbench(folder, 0);
    const { context, page, outside } = await openBrowser(join(folder, 'chromium'));
    try {
      await page.goto(url);
      await page.locator('.monaco-editor .cdr.squiggly-warning').first().waitFor({ timeout: 60_000 });
      await openProblems(page);
      const [row] = await problemRows(page, /require-constant-time-login/);
      if (outside.length > 0) throw new SetupError(`A request left this machine: ${outside[0]}`);
      console.log(`VS Code shows: ${row}`);
    } catch (error) {
      if (error instanceof SetupError) throw error;
      throw new SetupError(`VS Code showed no warning: ${String(error.message).split('\n')[0]}`);
    } finally {
      await context.close();
      await server.stop();
    }
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
