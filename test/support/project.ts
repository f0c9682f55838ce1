import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with files for one test. */
export interface TestProject {
  readonly dir: string;
  path(name: string): string;
  write(files: Readonly<Record<string, string | Buffer>>): void;
  remove(name: string): void;
  dispose(): void;
}

/** Only the two rules that these tests speak of, so that a new rule does not change what they see. */
export const ONLY_TWO_RULES = {
  '*': 'off',
  'require-constant-time-login': 'warning',
  'valid-placeholder-hash': 'error',
};

export function createTestProject(files: Readonly<Record<string, string | Buffer>> = {}): TestProject {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'lucia-guard-')));
  const project: TestProject = {
    dir,
    path: (name) => join(dir, name),
    write(more) {
      for (const [name, content] of Object.entries(more)) {
        mkdirSync(dirname(join(dir, name)), { recursive: true });
        writeFileSync(join(dir, name), content);
      }
    },
    remove: (name) => rmSync(join(dir, name), { recursive: true, force: true }),
    dispose: () => rmSync(dir, { recursive: true, force: true }),
  };
  project.write({ 'lucia-guard.json': JSON.stringify({ rules: ONLY_TWO_RULES }), ...files });
  return project;
}

export const PACKAGE_JSON = JSON.stringify({ dependencies: { lucia: '3.2.2', '@node-rs/argon2': '2.0.0' } });

/** A well-formed Argon2id hash with the library's usual parameters. */
export const VALID_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc';

/** Verifies against a placeholder that is no hash: one finding of valid-placeholder-hash, at PLACEHOLDER. */
export const PLACEHOLDER = "'not-a-hash'";
export const PLACEHOLDER_LOGIN = `import { verify } from '@node-rs/argon2';
import { db } from './db';

export async function login(name: string, password: string) {
  const user = await db.findUser(name);
  const hash = user?.password_hash ?? ${PLACEHOLDER};
  return await verify(hash, password);
}
`;

/** Leaves before it verifies: one finding of require-constant-time-login, at EARLY_RETURN. */
export const EARLY_RETURN = "return new Response('bad', { status: 400 })";
export const EARLY_RETURN_LOGIN = `import { verify } from '@node-rs/argon2';
import { lucia } from './auth';
import { db } from './db';

export async function POST(request: Request) {
  const form = await request.formData();
  const name = form.get('name') as string;
  const user = await db.query.users.findFirst({ where: (u, { eq }) => eq(u.name, name) });
  if (!user) {
    ${EARLY_RETURN};
  }
  const ok = await verify(user.password_hash, form.get('password') as string);
  if (!ok) return new Response('bad', { status: 401 });
  const session = await lucia.createSession(user.id, {});
  return new Response(null, { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() } });
}
`;

/** The same placeholder, but from another file: reported where it is handed to verify(), while it is no hash. */
export const IMPORTED_LOGIN = `import { verify } from '@node-rs/argon2';
import { db } from './db';
import { dummy } from './dummy';

export async function login(name: string, password: string) {
  const user = await db.findUser(name);
  return await verify(user?.password_hash ?? dummy, password);
}
`;
