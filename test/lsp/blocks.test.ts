import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert';
import { CompletionRequest } from 'vscode-languageserver-protocol';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  blocksRequest,
  planBlockRequest,
  prepareBlockRequest,
  projectsRequest,
} from '../../server/src/shared/protocol';
import type { BlockItem, BlockQuestion, PlannedBlock, ProjectItem } from '../../server/src/shared/protocol';
import { createTestProject } from '../support/project';
import type { TestProject } from '../support/project';
import { FULL_CLIENT, PLAIN_CLIENT, startClient, uriOf } from './client';
import type { ClientOptions, TestClient } from './client';

const NEXT = JSON.stringify({ dependencies: { next: '16.0.0', lucia: '3.2.2', 'better-sqlite3': '11.0.0' } });
const PATHS = JSON.stringify({ compilerOptions: { paths: { '@/*': ['./src/*'] } } });
const AUTH = `import { Lucia } from "lucia"
import { BetterSqlite3Adapter } from "@lucia-auth/adapter-sqlite"
import { db } from "./db"

const adapter = new BetterSqlite3Adapter(db, { user: "member", session: "member_session" })
export const auth = new Lucia(adapter, {})
`;
const SNIPPETS = {
  ...FULL_CLIENT,
  textDocument: { ...FULL_CLIENT.textDocument, completion: { completionItem: { snippetSupport: true } } },
};

describe('building blocks over stdio', () => {
  let project: TestProject;
  let client: TestClient;

  const start = async (files: Record<string, string>, options: ClientOptions = {}): Promise<void> => {
    project = createTestProject(files);
    client = await startClient({ folders: [project.dir], ...options });
  };
  const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest<T>(method, params);
  const request = (block: string, answers: Record<string, string> = {}, folder = project.dir) => ({
    block,
    folder: uriOf(folder),
    answers,
  });
  const complete = async (document: TextDocument): Promise<CompletionItem[]> => {
    const answer = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: document.uri },
      position: document.positionAt(document.getText().length),
    });
    return (answer as CompletionList).items;
  };

  afterEach(async () => {
    strictEqual(await client.stop(), 0);
    project.dispose();
  });

  it('lists the blocks, the whole set last', async () => {
    await start({ 'package.json': NEXT });
    const blocks = await ask<BlockItem[]>(blocksRequest, {});
    const titles = blocks.map(({ title }) => title);
    ok(titles.includes('validateRequest Wrapper') && titles.includes('Constant-Time Login'), titles.join());
    strictEqual(blocks.at(-1)?.title, 'New Auth Set-Up');
  });

  it('lists the projects that are open, the one around the file first', async () => {
    await start({
      'package.json': '{"private":true,"workspaces":["apps/*"]}',
      'apps/site/package.json': NEXT,
      'apps/api/package.json': '{"dependencies":{"hono":"4.0.0"}}',
    });
    const projects = await ask<ProjectItem[]>(projectsRequest, { uri: uriOf(project.path('apps/site/src/x.ts')) });
    deepStrictEqual(
      projects.map(({ name, description }) => [name, description]),
      [
        ['site', 'Next.js App Router, apps/site'],
        ['api', 'Hono, apps/api'],
      ],
    );
    strictEqual(projects[0]?.uri, uriOf(project.path('apps/site')));
  });

  it('asks only what is open, and less after each answer', async () => {
    await start({ 'package.json': '{}' });
    const questions = await ask<BlockQuestion[]>(prepareBlockRequest, request('login'));
    deepStrictEqual(
      questions.map(({ id }) => id),
      ['framework', 'database'],
    );
    const rest = await ask<BlockQuestion[]>(prepareBlockRequest, request('login', { framework: 'hono' }));
    deepStrictEqual(
      rest.map(({ id }) => id),
      ['database'],
    );
    await rejects(ask(prepareBlockRequest, request('login', { framework: 'rails' })), /"rails" is no answer/);
    await rejects(ask(prepareBlockRequest, request('moon')), /no building block "moon"/);
  });

  it('plans new files with the names, imports and style of the project, and writes none', async () => {
    await start({ 'package.json': NEXT, 'tsconfig.json': PATHS, 'src/lib/auth.ts': AUTH, 'src/app/page.tsx': '' });
    const plan = await ask<PlannedBlock>(planBlockRequest, request('session-wrapper'));
    deepStrictEqual(
      plan.create.map(({ path }) => path),
      ['src/lib/session.ts'],
    );
    match(plan.create[0]!.text, /import \{ auth \} from "\.\/auth"\n/);
    ok(plan.open && plan.open.uri === uriOf(project.path('src/lib/session.ts')) && plan.open.line > 0);
    deepStrictEqual(plan.install, []);
  });

  it('tells what exists, in unsaved text too, and what is to be installed', async () => {
    await start({ 'package.json': NEXT, 'src/app/page.tsx': '', 'src/app/login/actions.ts': 'export {};\n' });
    const plan = await ask<PlannedBlock>(planBlockRequest, request('login'));
    deepStrictEqual(
      plan.existing.map(({ path }) => path),
      ['src/app/login/actions.ts'],
    );
    ok(plan.create.some(({ path }) => path === 'src/lib/auth.ts'));
    ok(plan.install.includes('@node-rs/argon2') && plan.install.includes('@lucia-auth/adapter-sqlite'));
    client.open(project.path('package.json'), NEXT.replace('"lucia"', '"@node-rs/argon2":"2.0.0","lucia"'), 'json');
    const again = await ask<PlannedBlock>(planBlockRequest, request('login'));
    ok(!again.install.includes('@node-rs/argon2'), again.install.join());
  });

  it('plans for folders whose files the client has sent', async () => {
    await start({});
    const folder = 'vscode-vfs://github/me/site';
    await client.connection.sendNotification('luciaGuard/files', {
      files: [
        { uri: `${folder}/package.json`, text: NEXT },
        { uri: `${folder}/app/page.tsx`, text: '' },
      ],
    });
    const plan = await ask<PlannedBlock>(planBlockRequest, { ...request('logout'), folder });
    ok(plan.create.some(({ uri, path }) => path === 'app/logout/route.ts' && uri === `${folder}/${path}`));
  });

  it('completes blocks as this project would have them', async () => {
    await start({ 'package.json': NEXT, 'tsconfig.json': PATHS, 'src/lib/auth.ts': AUTH }, { capabilities: SNIPPETS });
    const items = await complete(client.open(project.path('src/app/session.ts'), '// mine\nlucia-ses'));
    const wrapper = items.find(({ label }) => label === 'lucia-session-wrapper');
    ok(wrapper?.textEdit && 'range' in wrapper.textEdit);
    match(wrapper.textEdit.newText, /import \{ \$\{1:auth\} \} from "\$\{2:@\/lib\/auth\}"\n/);
    deepStrictEqual(wrapper.textEdit.range.start, { line: 1, character: 0 });
    deepStrictEqual(await complete(client.open(project.path('src/a.ts'), 'const x = lucia-')), []);
    deepStrictEqual(await complete(client.open(project.path('src/b.ts'), 'l')), []);
  });

  it('completes nothing for clients without snippets', async () => {
    await start({ 'package.json': NEXT }, { capabilities: PLAIN_CLIENT });
    strictEqual(client.initialized.capabilities.completionProvider, undefined);
  });
});

describe('the cookie reference on hover', () => {
  let project: TestProject;
  let client: TestClient;

  const hover = async (path: string, text: string, at: string): Promise<string | undefined> => {
    const found = await client.hover(client.open(project.path(path), text), at);
    return found ? (found.contents as { value: string }).value : undefined;
  };

  beforeEach(async () => {
    project = createTestProject({ 'package.json': NEXT });
    client = await startClient({ folders: [project.dir] });
  });
  afterEach(async () => {
    strictEqual(await client.stop(), 0);
    project.dispose();
  });

  it('explains the options of the session cookie, wherever they are written', async () => {
    const text = `import { Lucia } from 'lucia';
const flags = { secure: true, sameSite: 'lax' } as const;
const sessionCookie = { name: 'sid', expires: false, attributes: flags };
export const guard = new Lucia(adapter, { sessionCookie });
`;
    match((await hover('a.ts', text, 'expires'))!, /400 days/);
    match((await hover('b.ts', text, 'name:'))!, /`auth_session`/);
    match((await hover('c.ts', text, 'secure'))!, /By default:\* on\./);
    strictEqual(await hover('d.ts', text, 'guard'), undefined);
  });

  it('explains the flags of cookies that are written, with the units and defaults of the API', async () => {
    const next = `import { cookies } from 'next/headers';
export async function GET() {
  const options = { httpOnly: true, maxAge: 600 };
  (await cookies()).set('state', 'x', { ...options, sameSite: 'lax' });
}
`;
    match((await hover('e.ts', next, 'httpOnly'))!, /document\.cookie[^]*By default:\* off/);
    match((await hover('f.ts', next, 'maxAge'))!, /In \*\*seconds/);
    match((await hover('g.ts', next, 'sameSite'))!, /Chromium/);
    const express = `export function f(req, res) {\n  res.cookie('state', 'x', { maxAge: 600000 });\n}\n`;
    match((await hover('h.ts', express, 'maxAge'))!, /milliseconds/);
  });

  it('says nothing about objects that only look alike', async () => {
    strictEqual(await hover('i.ts', `export const video = { secure: true, maxAge: 1 };\n`, 'secure'), undefined);
    const jar = `import { Lucia } from 'lucia';\nexport const x = { sessionCookie: { name: 'a', expires: true } };\n`;
    strictEqual(await hover('j.ts', jar, 'expires'), undefined);
  });
});
