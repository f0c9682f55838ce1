// The same suite in a browser alone: the extension and its server as web workers, no disk, and the oldest VS Code that
// the extension promises to work in.
import { createServer } from 'node:http';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { openBrowser, runSuite } from '../browser.mjs';
import { quietSettings } from '../server.mjs';
import { root, vscodeWeb } from '../tools.mjs';
import { buildWebRunner, copyWorkspace, fixtureSettings, withFolder } from '../workspace.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };

/**
 * TypeScript's own extension, of which this lane takes the languages only: its server of this version stumbles over
 * folders in memory and now and then never answers, and VS Code puts a hover or the code actions of all extensions
 * together before it shows any. The lane in the extension host has it.
 */
const TYPESCRIPT = '/extensions/typescript-language-features/dist/';

export function webLane() {
  return withFolder(async (folder) => {
    const workspace = copyWorkspace(folder);
    const web = await serve(await buildWebRunner(), workspace);
    const { context, page, outside } = await openBrowser(join(folder, 'chromium'), {
      width: 800,
      height: 600,
      painted: false,
    });
    try {
      const result = await runSuite(page, web.url, { seconds: 600 });
      return { ...result, outside };
    } finally {
      await context.close();
      web.server.close();
      web.server.closeAllConnections();
    }
  });
}

async function serve(runner, workspace) {
  const dist = vscodeWeb();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'Content-Type': type }).end(body);
    const origin = `localhost:${server.address().port}`;
    try {
      if (pathname === '/') send('text/html', page(dist, `http://${origin}`));
      else if (pathname === '/product.json') send('application/json', JSON.stringify(product(origin)));
      else if (pathname === '/workspace.json') send('application/json', JSON.stringify(filesOf(workspace)));
      else {
        if (pathname.startsWith(TYPESCRIPT)) throw new Error('left out');
        const [, first, ...rest] = pathname.split('/');
        const places = { ext: root, runner, vs: join(dist, 'out', 'vs') };
        const base = places[first];
        const file = base ? join(base, normalize(`/${rest.join('/')}`)) : join(dist, normalize(pathname));
        send(TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://localhost:${server.address().port}/` };
}

/** The workbench's own page with its marks filled in. */
function page(dist, base) {
  return readFileSync(join(dist, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.html'), 'utf8')
    .replaceAll('{{WORKBENCH_WEB_BASE_URL}}', base)
    .replaceAll(/\{\{\w+\}\}/g, '');
}

/** What the workbench asks for at its start. */
function product(authority) {
  const at = (path) => ({ scheme: 'http', authority, path });
  return {
    productConfiguration: {
      nameShort: 'VS Code',
      nameLong: 'VS Code',
      version: '1.91.1',
      telemetryOptIn: false,
      webviewContentExternalBaseUrlTemplate: `http://${authority}/vs/workbench/contrib/webview/browser/pre/`,
    },
    developmentOptions: { extensions: [at('/ext'), at('/runner')], extensionTestsPath: at('/runner/run.js') },
    configurationDefaults: { ...quietSettings, ...fixtureSettings },
    folderUri: { scheme: 'memory', path: '/workspace' },
  };
}

function filesOf(folder) {
  const files = {};
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files[`/workspace/${name.replaceAll('\\', '/')}`] = readFileSync(path, 'utf8');
  }
  return files;
}
