import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  EARLY_RETURN,
  EARLY_RETURN_LOGIN,
  IMPORTED_LOGIN,
  PACKAGE_JSON,
  PLACEHOLDER,
  PLACEHOLDER_LOGIN,
  VALID_HASH,
  createTestProject,
} from '../support/project';
import type { TestProject } from '../support/project';
import { VERSION, command, shipped } from './command';
import type { Answer } from './command';

const CLEAN = PLACEHOLDER_LOGIN.replace(PLACEHOLDER, `'${VALID_HASH}'`);

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly fixable: boolean;
}

interface Output {
  readonly version: number;
  readonly findings: readonly Finding[];
  readonly filesScanned: number;
  readonly filesParsed: number;
}

describe('the command line', () => {
  let project: TestProject;

  const create = (files: Record<string, string | Buffer>): void => {
    project = createTestProject({ 'package.json': PACKAGE_JSON, ...files });
  };
  const run = (args: readonly string[], cwd = project.dir): Promise<Answer> => command(args, cwd);
  const json = async (args: readonly string[], cwd = project.dir): Promise<Output & Pick<Answer, 'status'>> => {
    const { status, stdout, stderr } = await run(['check', '--format', 'json', ...args], cwd);
    strictEqual(stderr, '');
    return { ...(JSON.parse(stdout) as Output), status };
  };
  /** One line on stderr, nothing on stdout, exit code 2. */
  const refuses = async (args: readonly string[], why: RegExp): Promise<void> => {
    const { status, stdout, stderr } = await run(args);
    strictEqual(status, 2, `${args.join(' ')}: ${stdout}${stderr}`);
    strictEqual(stdout, '');
    match(stderr, why);
    strictEqual(stderr.trimEnd().split('\n').length, 1, stderr);
  };

  afterEach(() => project.dispose());

  describe('in a process of its own', () => {
    it('reads the folder it is in, prints findings, and ends with their exit code', () => {
      create({ 'login.ts': PLACEHOLDER_LOGIN, 'clean.ts': CLEAN });
      const found = shipped(['check'], project.dir);
      deepStrictEqual([found.status, found.stderr], [1, '']);
      match(found.stdout, /^login\.ts\n {2}6:\d+ {2}error .*valid-placeholder-hash\n/);
      deepStrictEqual(shipped(['check', 'clean.ts'], project.dir), {
        status: 0,
        stdout: 'No problems in 1 file.\n',
        stderr: '',
      });
    });

    it('says on standard error what it does not understand', () => {
      create({});
      const { status, stdout, stderr } = shipped(['check', '--bogus'], project.dir);
      deepStrictEqual([status, stdout, stderr], [2, '', "lucia-guard: unknown option '--bogus'\n"]);
    });

    it('tells the version of its package', () => {
      create({});
      const text = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
      const { version } = JSON.parse(text) as { version: string };
      strictEqual(shipped(['--version'], project.dir).stdout, `${version}\n`);
    });

    it('asks nobody when standard input is no terminal', () => {
      create({ 'package.json': '{}' });
      const { status, stdout, stderr } = shipped(['new', 'logout'], project.dir);
      deepStrictEqual([status, stdout], [2, '']);
      match(stderr, /--framework next-app\|/);
    });
  });

  describe('exit codes', () => {
    it('0 when there is nothing to report, also in an empty folder', async () => {
      create({ 'login.ts': CLEAN });
      deepStrictEqual(await run(['check']), { status: 0, stdout: 'No problems in 2 files.\n', stderr: '' });
      mkdirSync(project.path('empty'));
      strictEqual((await run(['check', 'empty'])).status, 0);
    });

    it('0 when there is information only', async () => {
      create({ 'login.ts': PLACEHOLDER_LOGIN });
      const { status, findings } = await json(['--rule', 'valid-placeholder-hash=information']);
      strictEqual(status, 0);
      deepStrictEqual(
        findings.map(({ severity }) => severity),
        ['information'],
      );
    });

    it('1 for a warning and for an error', async () => {
      create({ 'login.ts': EARLY_RETURN_LOGIN });
      strictEqual((await run(['check'])).status, 1);
      strictEqual((await run(['check', '--rule', 'require-constant-time-login=error'])).status, 1);
    });

    it('follows --max-warnings, which allows no error', async () => {
      create({ 'login.ts': EARLY_RETURN_LOGIN });
      strictEqual((await run(['check', '--max-warnings', '1'])).status, 0);
      strictEqual((await run(['check', '--max-warnings', '0'])).status, 1);
      strictEqual((await run(['check', '--max-warnings', '5', '--rule', 'require-*=error'])).status, 1);
    });

    it('2 and one line for a path that does not exist', async () => {
      create({ 'login.ts': PLACEHOLDER_LOGIN });
      await refuses(['check', 'nowhere'], /^lucia-guard: no such file or folder: nowhere$/m);
      await refuses(['check', 'login.ts', 'nowhere'], /nowhere/);
      await refuses(['--print-config', 'nowhere.ts'], /nowhere\.ts/);
    });

    it('2 and one line for what it does not understand', async () => {
      create({ 'login.ts': CLEAN });
      await refuses(['check', '--bogus'], /unknown option '--bogus'$/m);
      await refuses(['check', '-x'], /unknown option '-x'$/m);
      await refuses(['check', '--format'], /--format/);
      await refuses(['check', '--format', 'xml'], /--format is one of text, json, sarif, github, not "xml"/);
      await refuses(['check', '--max-warnings', 'many'], /--max-warnings needs a whole number/);
      await refuses(['check', '--max-warnings=-1'], /--max-warnings needs a whole number/);
      await refuses(['check', '--rule', 'valid-placeholder-hash'], /--rule needs/);
      await refuses(['check', '--rule', 'valid-placeholder-hash=loud'], /--rule needs/);
      await refuses(
        ['check', '--rule', 'placeholder-hash=off'],
        /unknown rule "placeholder-hash"; did you mean valid-placeholder-hash\?/,
      );
      await refuses(['check', '--rule', 'zzz-*=off'], /unknown rule/);
      await refuses(['check', '--update-baseline'], /--baseline/);
      await refuses(['check', '--baseline', 'none.json'], /no such baseline: none\.json/);
      await refuses(['check', '--stdio'], /--stdio does not go with check/);
      await refuses(['login.ts'], /unknown command "login\.ts"; to check files: lucia-guard check login\.ts/);
      await refuses(['constructor'], /unknown command/);
      await refuses(['explain'], /explain needs/);
      await refuses(['explain', 'no-such-rule'], /unknown rule "no-such-rule"/);
      await refuses(['rules', 'more'], /takes no arguments/);
      await refuses(['--fix'], /--fix/);
    });
  });

  describe('check --format json', () => {
    it('has the agreed shape', async () => {
      create({ 'src/login.ts': EARLY_RETURN_LOGIN, 'src/plain.ts': 'let one = 1;\n' });
      const { status, stdout } = await run(['check', '--format', 'json']);
      strictEqual(status, 1);
      const output = JSON.parse(stdout) as Output;
      deepStrictEqual(Object.keys(output), ['version', 'findings', 'filesScanned', 'filesParsed']);
      strictEqual(output.version, 1);
      // package.json is one of them.
      strictEqual(output.filesScanned, 3);
      // A file without any word that rules care about is never parsed.
      ok(output.filesParsed < output.filesScanned);
      const lines = EARLY_RETURN_LOGIN.split('\n');
      const line = lines.findIndex((text) => text.includes(EARLY_RETURN)) + 1;
      const { message, endColumn, ...rest } = output.findings[0]!;
      deepStrictEqual(rest, {
        file: 'src/login.ts',
        line,
        column: lines[line - 1]!.indexOf(EARLY_RETURN) + 1,
        endLine: line,
        ruleId: 'require-constant-time-login',
        severity: 'warning',
        fixable: output.findings[0]!.fixable,
      });
      strictEqual(typeof rest.fixable, 'boolean');
      ok(endColumn - rest.column >= EARLY_RETURN.length);
      ok(message.length > 20);
      strictEqual(output.findings.length, 1);
    });

    it('sorts by file and place, and names files from the current folder', async () => {
      const two = `${PLACEHOLDER_LOGIN}${PLACEHOLDER_LOGIN.replace(/^import.*$/gm, '').replace('login', 'other')}`;
      create({ 'b/z.ts': two, 'b/a.ts': PLACEHOLDER_LOGIN, 'a/m.ts': PLACEHOLDER_LOGIN, 'c/d/x.ts': 'export {};\n' });
      const here = (await json([])).findings.map(({ file, line }) => `${file}:${line}`);
      deepStrictEqual(here, ['a/m.ts:6', 'b/a.ts:6', 'b/z.ts:6', 'b/z.ts:14']);
      const inside = (await json(['..', '../../b'], project.path('c/d'))).findings.map(({ file }) => file);
      deepStrictEqual(inside, ['../../b/a.ts', '../../b/z.ts', '../../b/z.ts']);
      deepStrictEqual(
        (await json([project.dir], project.path('a'))).findings.map(({ file }) => file),
        ['../b/a.ts', '../b/z.ts', '../b/z.ts', 'm.ts'],
      );
    });

    it('counts columns in UTF-16 code units and lines by any line end', async () => {
      create({ 'login.ts': PLACEHOLDER_LOGIN.replace('hash =', '/* 😀 */ hash =').replace(/\n/g, '\r\n') });
      const [found] = (await json([])).findings;
      strictEqual(found?.line, 6);
      strictEqual(found.column, PLACEHOLDER_LOGIN.split('\n')[5]!.indexOf(PLACEHOLDER) + 1 + '/* 😀 */ '.length);
      strictEqual(found.endColumn, found.column + PLACEHOLDER.length);
    });
  });

  it('uses the project around a path, and reports only below the path', async () => {
    create({
      'src/dummy.ts': `export const dummy = 'nonsense';\n`,
      'src/auth/login.ts': IMPORTED_LOGIN.replace('./dummy', '../dummy'),
      'src/other.ts': PLACEHOLDER_LOGIN,
    });
    for (const args of [['src/auth'], ['src/auth/login.ts'], [project.path('src/auth')]]) {
      deepStrictEqual(
        (await json(args)).findings.map(({ file }) => file),
        ['src/auth/login.ts'],
      );
    }
    strictEqual((await json(['.'], project.path('src/auth'))).findings[0]?.file, 'login.ts');
  });

  it('uses the workspace around a package', async () => {
    create({
      'package.json': JSON.stringify({ private: true, workspaces: ['packages/*'] }),
      'packages/auth/package.json': JSON.stringify({
        name: '@acme/auth',
        main: './index.ts',
        dependencies: { lucia: '3.2.2' },
      }),
      'packages/auth/index.ts': `export const dummy = 'nonsense';\n`,
      'packages/web/package.json': JSON.stringify({
        dependencies: { '@acme/auth': 'workspace:*', lucia: '3.2.2', '@node-rs/argon2': '2.0.0' },
      }),
      'packages/web/login.ts': IMPORTED_LOGIN.replace('./dummy', '@acme/auth'),
    });
    strictEqual((await json(['packages/web'])).findings.length, 1);
    strictEqual((await json(['.'], project.path('packages/web'))).findings.length, 1);
  });

  it('leaves out what was installed, built or is ignored by git, unless it is named', async () => {
    const names = ['node_modules/a/login.ts', 'dist/login.ts', '.next/login.ts', 'made/login.ts', 'coverage/login.ts'];
    create({ ...Object.fromEntries(names.map((name) => [name, PLACEHOLDER_LOGIN])), '.gitignore': 'made/\n' });
    const all = await json([]);
    strictEqual(all.filesScanned, 1);
    deepStrictEqual(all.findings, []);
    for (const name of ['dist/login.ts', 'dist', 'made', 'made/login.ts'])
      strictEqual((await json([name])).findings.length, 1, name);
  });

  it('honours lucia-guard.json, and --rule above it', async () => {
    create({ 'login.ts': PLACEHOLDER_LOGIN, 'lucia-guard.json': '{ "rules": { "*": "off" } }' });
    strictEqual((await json([])).findings.length, 0);
    strictEqual((await json(['--rule', 'valid-placeholder-hash=warning'])).findings[0]?.severity, 'warning');
    project.write({ 'lucia-guard.json': '{ "exclude": ["**/*"] }' });
    strictEqual((await json([])).findings.length, 0);
    const { stdout } = await run(['--print-config', 'login.ts', '--rule', 'require-*=info']);
    const config = JSON.parse(stdout) as { rules: Record<string, string>; exclude: string[]; state: string };
    strictEqual(config.rules['valid-placeholder-hash'], 'error');
    strictEqual(config.rules['require-constant-time-login'], 'information');
    deepStrictEqual(config.exclude, ['**/*']);
    strictEqual(config.state, 'off');
  });

  it('tells what of lucia-guard.json has no effect', async () => {
    create({
      'login.ts': CLEAN,
      'lucia-guard.json':
        '{ "$schema": "x", "rule": {}, "enable": "yes", "rules": { "no-such": "off", "valid-*": "loud" } } // done',
    });
    const { status, stderr } = await run(['check']);
    strictEqual(status, 0);
    deepStrictEqual(
      [...stderr.matchAll(/"([^"]+)"(?: in "rules")? has no effect/g)].map((match) => match[1]),
      ['rule', 'enable', 'no-such', 'valid-*'],
    );
    project.write({ 'lucia-guard.json': 'nonsense' });
    match((await run(['check'])).stderr, /lucia-guard\.json/);
  });

  it('applies the safe fixes with --fix, and keeps line ends and other text', async () => {
    const text = `${PLACEHOLDER_LOGIN}${EARLY_RETURN_LOGIN.replace(/^import.*$/gm, '')}`.replace(/\n/g, '\r\n');
    create({ 'login.ts': `\uFEFF${text}`, 'clean.ts': CLEAN });
    const { status, findings } = await json(['--fix']);
    strictEqual(status, 1);
    ok(findings.every(({ ruleId }) => ruleId !== 'valid-placeholder-hash'));
    const fixed = readFileSync(project.path('login.ts'), 'utf8');
    strictEqual(fixed.replace(/\$argon2id[^']*/, 'not-a-hash'), `\uFEFF${text}`);
    strictEqual(readFileSync(project.path('clean.ts'), 'utf8'), CLEAN);
    await json(['--fix']);
    strictEqual(readFileSync(project.path('login.ts'), 'utf8'), fixed);
  });

  it('does not rewrite a file that is not UTF-8', async () => {
    create({ 'login.ts': Buffer.from(`// caf\u00e9\n${PLACEHOLDER_LOGIN}`, 'latin1') });
    const before = readFileSync(project.path('login.ts'));
    const { status, stderr } = await run(['check', '--fix']);
    strictEqual(status, 1);
    match(stderr, /not fixed, because it is not UTF-8/);
    ok(readFileSync(project.path('login.ts')).equals(before));
  });

  it('leaves out the findings of a baseline, which moves with its lines', async () => {
    create({ 'login.ts': PLACEHOLDER_LOGIN });
    const wrote = await run(['check', '--baseline', 'known.json', '--update-baseline']);
    strictEqual(wrote.status, 0);
    match(wrote.stderr, /wrote 1 findings to known\.json/);
    project.write({ 'login.ts': `\n\n${PLACEHOLDER_LOGIN}` });
    const known = await run(['check', '--baseline', 'known.json']);
    strictEqual(known.status, 0);
    match(known.stderr, /1 findings of the baseline are not shown/);
    project.write({ 'more.ts': PLACEHOLDER_LOGIN });
    const more = await run(['check', '--baseline', 'known.json']);
    strictEqual(more.status, 1);
    match(more.stdout, /^more\.ts$/m);
    ok(!more.stdout.includes('login.ts\n'));
    project.write({ 'known.json': 'nonsense' });
    await refuses(['check', '--baseline', 'known.json'], /could not read the baseline known\.json/);
  });

  it('prints text for people, SARIF and commands for GitHub', async () => {
    create({ 'src/login.ts': EARLY_RETURN_LOGIN });
    const text = (await run(['check'])).stdout;
    match(text, /^src\/login\.ts\n {2}\d+:5 {2}warning {2}.*require-constant-time-login\n/);
    match(text, /\n1 problem in 2 files: 1 warning\.\n$/);
    match(
      (await run(['check', '--format', 'github'])).stdout,
      /^::warning file=src\/login\.ts,line=\d+,endLine=\d+,col=5,endColumn=\d+,title=require-constant-time-login::.+\n$/,
    );
    const sarif = JSON.parse((await run(['check', '--format', 'sarif'])).stdout) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string }[];
      }[];
    };
    strictEqual(sarif.version, '2.1.0');
    const [{ tool, results }] = sarif.runs as [(typeof sarif.runs)[0]];
    deepStrictEqual([results[0]?.ruleId, results[0]?.level], ['require-constant-time-login', 'warning']);
    strictEqual(tool.driver.rules[results[0]!.ruleIndex]?.id, 'require-constant-time-login');
  });

  it('explains, lists rules, and tells its version and usage', async () => {
    create({});
    match((await run(['explain', 'valid-placeholder-hash'])).stdout, /^# valid-placeholder-hash\n/);
    match((await run(['rules'])).stdout, /^valid-placeholder-hash +error +\S/m);
    const list = JSON.parse((await run(['rules', '--format', 'json'])).stdout) as { id: string }[];
    ok(list.some(({ id }) => id === 'valid-placeholder-hash'));
    deepStrictEqual(await run(['--version']), { status: 0, stdout: `${VERSION}\n`, stderr: '' });
    for (const args of [['--help'], ['check', '--help'], []]) match((await run(args)).stdout, /^Usage$/m);
  });

  it('reads around what it cannot read', async () => {
    create({
      'package.json': '{ "dependencies": ',
      'tsconfig.json': 'not json',
      'broken.ts': `import 'lucia';\n${PLACEHOLDER_LOGIN}\nexport function ( { [ \``,
      'binary.ts': Buffer.from([0, 1, 2, 3]),
      'secret.ts': PLACEHOLDER_LOGIN,
      'half.ts': EARLY_RETURN_LOGIN.slice(0, 333),
    });
    chmodSync(project.path('secret.ts'), 0);
    const { status, findings } = await json([]);
    strictEqual(status, 1);
    ok(findings.some(({ file, ruleId }) => file === 'broken.ts' && ruleId === 'valid-placeholder-hash'));
    match((await run(['check', 'binary.ts'])).stderr, /not read, because it is not text/);
  });
});
