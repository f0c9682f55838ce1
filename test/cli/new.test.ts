import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../server/src/cli/run';
import { createTestProject } from '../support/project';
import type { TestProject } from '../support/project';

const CLI = join(__dirname, '..', '..', 'dist', 'cli.js');
const NEXT = JSON.stringify({ dependencies: { next: '16.0.0', lucia: '3.2.2', 'better-sqlite3': '11.0.0' } });
const LOGIN = 'app/login/actions.ts';

describe('lucia-guard new', () => {
  let project: TestProject;

  const create = (files: Record<string, string>): void => {
    project = createTestProject(files);
  };
  /** Standard input is no terminal here. */
  const cli = (args: readonly string[], cwd = project.dir) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'new', ...args], {
      cwd,
      encoding: 'utf8',
      input: '',
    });
    return { status, stdout, stderr };
  };
  const files = (): string[] =>
    readdirSync(project.dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(project.dir.length + 1))
      .sort();

  afterEach(() => project.dispose());

  it('writes a block with what it imports, and tells what to install', () => {
    create({ 'package.json': NEXT, 'pnpm-lock.yaml': '', 'app/page.tsx': '' });
    const { status, stdout, stderr } = cli(['login']);
    deepStrictEqual([status, stderr], [0, '']);
    match(stdout, /^wrote app\/login\/actions\.ts\n/);
    match(stdout, /\n  pnpm add @lucia-auth\/adapter-sqlite @node-rs\/argon2\n$/);
    ok(existsSync(project.path(LOGIN)) && existsSync(project.path('lib/auth.ts')));
  });

  it('writes nothing when a file of the block exists, unless told to', () => {
    create({ 'package.json': NEXT, [LOGIN]: 'mine' });
    const before = files();
    const { status, stdout, stderr } = cli(['login']);
    deepStrictEqual([status, stdout], [2, '']);
    match(stderr, /app\/login\/actions\.ts exists already; --force replaces it/);
    deepStrictEqual(files(), before);
    strictEqual(readFileSync(project.path(LOGIN), 'utf8'), 'mine');
    strictEqual(cli(['login', '--force']).status, 0);
    match(readFileSync(project.path(LOGIN), 'utf8'), /'use server'/);
  });

  it('only tells what it would write in a dry run', () => {
    create({ 'package.json': NEXT });
    const before = files();
    const { status, stdout } = cli(['logout', '--dry-run']);
    strictEqual(status, 0);
    match(stdout, /^would write app\/logout\/route\.ts\n/);
    deepStrictEqual(files(), before);
  });

  it('lists what is open when nobody can be asked', () => {
    create({ 'package.json': '{}' });
    const { status, stdout, stderr } = cli(['oauth-start']);
    deepStrictEqual([status, stdout], [2, '']);
    match(stderr, /--framework next-app\|next-pages\|sveltekit\|/);
    match(stderr, /--database /);
    match(stderr, /--provider GitHub\|Google\|/);
    const answers = ['--framework', 'hono', '--database', 'prisma', '--provider', 'google'];
    const { stdout: written, status: done } = cli(['oauth-start', ...answers, '--dry-run']);
    strictEqual(done, 0);
    match(written, /would write src\/routes\/google-start\.ts/);
  });

  it('takes another folder, from anywhere in it without being told', () => {
    create({ 'site/package.json': NEXT, 'site/app/deep/page.tsx': '' });
    match(cli(['logout', '--dir', 'site', '--dry-run']).stdout, /^would write site\/app\/logout\/route\.ts\n/);
    match(cli(['logout', '--dry-run'], project.path('site/app/deep')).stdout, /^would write \.\.\/logout\/route\.ts\n/);
    match(cli(['logout']).stderr, /no package\.json in this folder or above it/);
  });

  it('says what is wrong with its arguments', () => {
    create({ 'package.json': NEXT });
    match(cli([]).stderr, /needs the name of a building block[^]*oauth-callback/);
    match(cli(['moon']).stderr, /no building block "moon"/);
    match(cli(['login', '--framework', 'rails']).stderr, /--framework is one of next-app, [^]*not "rails"/);
    match(cli(['login', 'logout']).stderr, /one building block at a time/);
    match(cli(['login', '--fix']).stderr, /--fix does not go with new/);
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
