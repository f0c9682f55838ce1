// A headless Chromium that tells on every request to another machine.
import { format } from 'node:util';
import { chromium, playwright } from './tools.mjs';

/**
 * @param {string} profile folder for the browser's own files
 * @param {{ width?: number, height?: number, scale?: number, painted?: boolean }} options
 *   painted: false where nobody looks, which saves a third of the time on a machine without a GPU
 */
export async function openBrowser(profile, { width = 1280, height = 800, scale = 1, painted = true } = {}) {
  const context = await playwright().chromium.launchPersistentContext(profile, {
    executablePath: chromium(),
    headless: true,
    viewport: { width, height },
    deviceScaleFactor: scale,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
  // Patient: a machine that is busy with other things must not fail a test.
  context.setDefaultTimeout(60_000);
  // Signs of work in progress move as long as any extension is busy, and painting them without a GPU costs more than
  // what is tested.
  await context.addInitScript((shown) => {
    document.addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style');
      const moving = '.codicon-modifier-spin, .progress-bit, .wiggle, .scrollbar, .indent-guide';
      style.textContent = `${moving} { animation: none !important; transition: none !important }`;
      if (!shown) style.textContent += ' body { opacity: 0 !important }';
      document.head.append(style);
    });
  }, painted);
  const outside = [];
  const note = (url) => {
    if (!/^(https?|wss?):/.test(url)) return;
    const { hostname } = new URL(url);
    if (!['127.0.0.1', 'localhost'].includes(hostname)) outside.push(url);
  };
  context.on('request', (request) => note(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())));
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('websocket', (socket) => note(socket.url()));
  return { context, page, outside };
}

const NOISE = /^(Ignoring fetching additional|Updating additional|Request to .*nls\.json|Loading development)/;

/**
 * Runs the mocha suite that the opened workbench was told to run, and waits for its end.
 * A killed extension host ends with code 0 as well, so the suite's closing line is what counts.
 */
export async function runSuite(page, url, { seconds }) {
  let counts;
  let finish;
  const log = [];
  const ended = new Promise((resolve) => (finish = resolve));
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = format(...args);
    const marker = /^E2E-DONE passed=(\d+) failed=(\d+)/.exec(text);
    if (marker) counts = { passed: Number(marker[1]), failed: Number(marker[2]) };
    else if (text.startsWith('E2E-LINE ')) console.log(`  ${text.slice('E2E-LINE '.length)}`);
    else if (!NOISE.test(text)) log.push(text.split('\n')[0]);
  });
  await page.exposeFunction('codeAutomationExit', (code) => finish(`code ${code}`));
  page.on('crash', () => finish('the page crashed'));
  const timer = setTimeout(() => finish(`no end after ${seconds} s`), seconds * 1000);
  await page.goto(url);
  const end = await ended;
  clearTimeout(timer);
  const problems = [];
  if (!counts) {
    problems.push(
      `The suite did not report its end: ${end}. The last lines of the log:\n    ${log.slice(-10).join('\n    ')}`,
    );
  } else if (counts.failed === 0 && end !== 'code 0') problems.push(`The suite ended with ${end}.`);
  return { passed: counts?.passed ?? 0, failed: counts?.failed ?? 0, problems };
}
