import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../server/src/cli/run';
import { createTestProject } from '../support/project';
import type { TestProject } from '../support/project';
import { command } from './command';

const NEXT = JSON.stringify({ dependencies: { next: '16.0.0', lucia: '3.2.2', 'better-sqlite3': '11.0.0' } });
const LOGIN = 'app/login/actions.ts';

describe('lucia-guard new', () => {
  let project: TestProject;

  const create = (files: Record<string, string>): void => {
    project = createTestProject(files);
  };
  const cli = (args: readonly string[], cwd = project.dir) => command(['new', ...args], cwd);
  const files = (): string[] =>
    readdirSync(project.dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(project.dir.length + 1))
      .sort();

  afterEach(() => project.dispose());

  it('writes a block with what it imports, and tells what to install', async () => {
    create({ 'package.json': NEXT, 'pnpm-lock.yaml': '', 'app/page.tsx': '' });
    const { status, stdout, stderr } = await cli(['login']);
    deepStrictEqual([status, stderr], [0, '']);
    match(stdout, /^wrote app\/login\/actions\.ts\n/);
    match(stdout, /\n  pnpm add @lucia-auth\/adapter-sqlite @node-rs\/argon2\n$/);
    ok(existsSync(project.path(LOGIN)) && existsSync(project.path('lib/auth.ts')));
  });

  it('writes nothing when a file of the block exists, unless told to', async () => {
    create({ 'package.json': NEXT, [LOGIN]: 'mine' });
    const before = files();
    const { status, stdout, stderr } = await cli(['login']);
    deepStrictEqual([status, stdout], [2, '']);
    match(stderr, /app\/login\/actions\.ts exists already; --force replaces it/);
    deepStrictEqual(files(), before);
    strictEqual(readFileSync(project.path(LOGIN), 'utf8'), 'mine');
    strictEqual((await cli(['login', '--force'])).status, 0);
    match(readFileSync(project.path(LOGIN), 'utf8'), /'use server'/);
  });

  it('only tells what it would write in a dry run', async () => {
    create({ 'package.json': NEXT });
    const before = files();
    const { status, stdout } = await cli(['logout', '--dry-run']);
    strictEqual(status, 0);
    match(stdout, /^would write app\/logout\/route\.ts\n/);
    deepStrictEqual(files(), before);
  });

  it('lists what is open when nobody can be asked', async () => {
    create({ 'package.json': '{}' });
    const { status, stdout, stderr } = await cli(['oauth-start']);
    deepStrictEqual([status, stdout], [2, '']);
    match(stderr, /--framework next-app\|next-pages\|sveltekit\|/);
    match(stderr, /--database /);
    match(stderr, /--provider GitHub\|Google\|/);
    const answers = ['--framework', 'hono', '--database', 'prisma', '--provider', 'google'];
    const { stdout: written, status: done } = await cli(['oauth-start', ...answers, '--dry-run']);
    strictEqual(done, 0);
    match(written, /would write src\/routes\/google-start\.ts/);
  });

  it('takes another folder, from anywhere in it without being told', async () => {
    create({ 'site/package.json': NEXT, 'site/app/deep/page.tsx': '' });
    match((await cli(['logout', '--dir', 'site', '--dry-run'])).stdout, /^would write site\/app\/logout\/route\.ts\n/);
    match(
      (await cli(['logout', '--dry-run'], project.path('site/app/deep'))).stdout,
      /^would write \.\.\/logout\/route\.ts\n/,
    );
    match((await cli(['logout'])).stderr, /no package\.json in this folder or above it/);
  });

  it('says what is wrong with its arguments', async () => {
    create({ 'package.json': NEXT });
    match((await cli([])).stderr, /needs the name of a building block[^]*oauth-callback/);
    match((await cli(['moon'])).stderr, /no building block "moon"/);
    match((await cli(['login', '--framework', 'rails'])).stderr, /--framework is one of next-app, [^]*not "rails"/);
    match((await cli(['login', 'logout'])).stderr, /one building block at a time/);
    match((await cli(['login', '--fix'])).stderr, /--fix does not go with new/);
  });

  it('asks a person, and writes nothing when they leave', async () => {
    create({ 'package.json': '{}' });
    const asked: string[] = [];
    const printed: string[] = [];
    const start = (answers: readonly (string | undefined)[]) =>
      run(
        ['new', 'logout'],
        {
          cwd: project.dir,
          version: '0',
          color: false,
          out: (text) => void printed.push(text),
          note: (line) => void printed.push(line),
          ask: async (question) => {
            asked.push(question);
            return answers[asked.length - 1];
          },
        },
        () => undefined,
      );
    const before = files();
    strictEqual(await start([undefined]), 2);
    deepStrictEqual(files(), before);
    deepStrictEqual(printed, ['cancelled; nothing was written']);
    asked.length = 0;
    strictEqual(await start(['express']), 0);
    deepStrictEqual(asked, ['Which framework?']);
    ok(files().includes('src/routes/logout.ts'), files().join());
  });
});
