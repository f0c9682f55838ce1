import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a result that is filled before it is returned',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/enter/enter.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '../../lib/prisma';

export async function enter(form: FormData) {
  const outcome = { done: false, notes: { general: '' } };
  const member = await prisma.member.findUnique({ where: { email: String(form.get('email')) } });
  if (!member) {
    outcome.notes.general = 'Nobody here has this address';
    return outcome;
//  ^^^^^^^^^^^^^^^ login
  }
  if (!(await verify(member.passwordHash, String(form.get('password'))))) {
    outcome.notes.general = 'That password does not fit';
    return outcome;
  }
  outcome.done = true;
  return outcome;
}
`,
      },
    },
    {
      name: 'errors of own classes with messages of their own',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'lib/failures.ts': `export class Stranger extends Error {
  constructor() {
    super('We do not know you');
  }
}

export class Mistyped extends Error {
  constructor() {
    super('Wrong password');
  }
}
`,
        'app/enter/enter.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { Mistyped, Stranger } from '../../lib/failures';
import { prisma } from '../../lib/prisma';

export async function enter(email: string, password: string) {
  const member = await prisma.member.findUnique({ where: { email } });
  if (!member) throw new Stranger();
//             ^^^^^^^^^^^^^^^^^^^^^ login
  if (!(await verify(member.passwordHash, password))) throw new Mistyped();
  return member.id;
}
`,
      },
    },
    {
      name: 'an account without a password that gets a message of its own',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/enter.ts': `import { Hono } from 'hono';
import { verify } from '@node-rs/argon2';
import { lucia } from './auth';
import { prisma } from './prisma';

export const app = new Hono();

app.post('/enter', async (c) => {
  const { mail, password } = await c.req.json();
  const member = await prisma.member.findUnique({ where: { mail } });
  if (!member) return c.json({ problem: 'Mail or password is wrong' }, 400);
  if (member.passwordHash === null) return c.json({ problem: 'Please sign in with GitHub' }, 400);
  //                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unset
  if (!(await verify(member.passwordHash, password))) return c.json({ problem: 'Mail or password is wrong' }, 400);
  const session = await lucia.createSession(member.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'two messages in one login',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/login/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '../../lib/prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string, password: string) {
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await verify(user?.passwordHash || DUMMY, password);
  if (!user) {
    return { error: 'There is no such account' };
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ login
  }
  if (!ok) return { error: 'Wrong password' };
  return { id: user.id };
}
`,
      },
      fixed: {
        'app/login/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '../../lib/prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string, password: string) {
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await verify(user?.passwordHash || DUMMY, password);
  if (!user) {
    return { error: 'Incorrect email or password' };
  }
  if (!ok) return { error: 'Incorrect email or password' };
  return { id: user.id };
}
`,
      },
    },
    {
      name: 'a reset that promises the mail in other words',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', kysely: '0.27.4' },
      files: {
        'src/forgotten.ts': `import { Hono } from 'hono';
import { db } from './db';
import { mailLink } from './mail';

export const forgotten = new Hono().post('/forgot-password', async (c) => {
  const { email } = await c.req.json();
  const member = await db.selectFrom('member').selectAll().where('email', '=', email).executeTakeFirst();
  if (!member) {
    return c.json({ notice: 'A link will be sent to that address' });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  }
  await mailLink(member);
  return c.json({ notice: 'We have sent a link to your address' });
});
`,
      },
      fixed: {
        'src/forgotten.ts': `import { Hono } from 'hono';
import { db } from './db';
import { mailLink } from './mail';

export const forgotten = new Hono().post('/forgot-password', async (c) => {
  const { email } = await c.req.json();
  const member = await db.selectFrom('member').selectAll().where('email', '=', email).executeTakeFirst();
  if (!member) {
    return c.json({ notice: 'We have sent a link to your address' });
  }
  await mailLink(member);
  return c.json({ notice: 'We have sent a link to your address' });
});
`,
      },
    },
    {
      name: 'a reset that writes its token before it looks for the account',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'app/api/recover/route.ts': `import { eq } from 'drizzle-orm';
import { db, members } from '../../../lib/db';
import { hashed, mailRecovery, newSecret } from '../../../lib/mail';

export async function POST(request: Request) {
  const { address } = await request.json();
  const secret = newSecret();
  const changed = await db.update(members).set({ proof: hashed(secret) }).where(eq(members.email, address)).returning();
  const member = changed[0];
  if (!member) return Response.json({ error: 'Nobody here has this address' }, { status: 404 });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  await mailRecovery(member.email, secret);
  return Response.json({ done: true });
}
`,
      },
    },
    {
      name: 'a reset that tells',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/password-reset/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
import { sendReset } from '$lib/server/mail';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const user = await prisma.user.findUnique({ where: { email: String(form.get('email')) } });
    if (!user) {
      return fail(404, { message: 'Unknown e-mail address' });
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
    }
    await sendReset(user.email);
    return { message: 'We have sent you a link' };
  },
};
`,
      },
      fixed: {
        'src/routes/password-reset/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
import { sendReset } from '$lib/server/mail';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const user = await prisma.user.findUnique({ where: { email: String(form.get('email')) } });
    if (!user) {
      return { message: 'We have sent you a link' };
    }
    await sendReset(user.email);
    return { message: 'We have sent you a link' };
  },
};
`,
      },
    },
    {
      name: 'messages from an enum, the verify in a helper',
      dependencies: {
        lucia: '3.2.2',
        '@remix-run/node': '2.13.0',
        '@remix-run/react': '2.13.0',
        '@node-rs/argon2': '2.2.1',
      },
      files: {
        'app/routes/login.tsx': `import { json, type ActionFunctionArgs } from '@remix-run/node';
import { prisma } from '~/prisma.server';
import { fits } from '~/passwords.server';
import { Problem } from '~/problems';

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = String(form.get('email'));
  const password = String(form.get('password'));
  const member = await prisma.member.findUnique({ where: { email } });
  const right = await fits(member?.passwordHash, password);
  if (!member) return json({ problem: Problem.NoSuchMember }, { status: 400 });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ login
  if (!right) return json({ problem: Problem.PasswordDiffers }, { status: 400 });
  return json({ id: member.id });
}
`,
        'app/problems.ts': `export enum Problem {
  NoSuchMember = 'We do not know this e-mail address.',
  PasswordDiffers = 'That is not your password.',
}
`,
        'app/passwords.server.ts': `import { hash, verify } from '@node-rs/argon2';

const nobody = await hash(crypto.randomUUID());

export const fits = (stored: string | null | undefined, given: string) => verify(stored || nobody, given);
`,
      },
      fixed: {
        'app/routes/login.tsx': `import { json, type ActionFunctionArgs } from '@remix-run/node';
import { prisma } from '~/prisma.server';
import { fits } from '~/passwords.server';
import { Problem } from '~/problems';

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = String(form.get('email'));
  const password = String(form.get('password'));
  const member = await prisma.member.findUnique({ where: { email } });
  const right = await fits(member?.passwordHash, password);
  if (!member) return json({ problem: Problem.PasswordDiffers }, { status: 400 });
  if (!right) return json({ problem: Problem.PasswordDiffers }, { status: 400 });
  return json({ id: member.id });
}
`,
      },
    },
    {
      name: 'over several lines, with a status of its own',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { verify } from "@node-rs/argon2"
import { Hono } from "hono"
import { prisma } from "./prisma"

const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

export const login = new Hono().post("/login", async (c) => {
    const { username, password } = await c.req.json()
    const user = await prisma.user.findUnique({ where: { username } })
    const right = await verify(user?.passwordHash || NOBODY, password)
    // Nobody of this name.
    if (!user) return c.json({ message: "User not found" }, 404)
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ login
    if (!right) {
        return c.json(
            { message: "Your password is wrong." },
            401,
        )
    }
    return c.json({ id: user.id })
})
`,
        'src/prisma.ts': `type User = { id: string; passwordHash: string | null };

export const prisma = {
  user: { findUnique: async (query: { where: { username: string } }): Promise<User | null> => (query ? null : null) },
};
`,
      },
      fixed: {
        'src/login.ts': `import { verify } from "@node-rs/argon2"
import { Hono } from "hono"
import { prisma } from "./prisma"

const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

export const login = new Hono().post("/login", async (c) => {
    const { username, password } = await c.req.json()
    const user = await prisma.user.findUnique({ where: { username } })
    const right = await verify(user?.passwordHash || NOBODY, password)
    // Nobody of this name.
    if (!user) return c.json(
        { message: "Incorrect username or password." },
        401,
    )
    if (!right) {
        return c.json(
            { message: "Incorrect username or password." },
            401,
        )
    }
    return c.json({ id: user.id })
})
`,
      },
    },
    {
      name: 'a reset of Express, whose answer comes last',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/reset.ts': `import express from 'express';
import { prisma } from './prisma';
import { sendReset } from './mail';

export const router = express.Router();

router.post('/password-reset', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  if (!user) return res.status(404).json({ message: 'Nobody here has that address' });
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  await sendReset(user.email);
  res.json({ message: 'Look into your inbox' });
});
`,
      },
      fixed: {
        'src/reset.ts': `import express from 'express';
import { prisma } from './prisma';
import { sendReset } from './mail';

export const router = express.Router();

router.post('/password-reset', async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: String(req.body.email) } });
  if (!user) return res.json({ message: 'Look into your inbox' });
  await sendReset(user.email);
  res.json({ message: 'Look into your inbox' });
});
`,
      },
    },
    {
      name: 'the other answer tells of the account: no fix',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/login/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '../../lib/prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string, password: string) {
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await verify(user?.passwordHash || DUMMY, password);
  if (!user) return { error: 'There is no such account', left: 0 };
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ login
  if (!ok) return { error: 'Wrong password', left: user.attempts };
  return { id: user.id };
}
`,
      },
    },
    {
      name: 'a reset that ends with a refusal: no fix',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/forgot-password/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { prisma } from '$lib/server/prisma';
import { sendReset } from '$lib/server/mail';

export const actions = {
	default: async ({ request }) => {
		const form = await request.formData();
		const user = await prisma.user.findUnique({ where: { email: String(form.get('email')) } });
		if (!user) return fail(404, { message: 'Unknown e-mail address' });
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
		if (await sendReset(user.email)) return { message: 'Please wait' };
		return fail(500, { message: 'Try again' });
	},
};
`,
      },
    },
    {
      name: 'a message that is chosen by the account',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { HASH_OF_NOBODY } from './nobody';
import { prisma } from './prisma';

export const enter = new Hono().post('/enter', async (c) => {
  const { email, password } = await c.req.json();
  const person = await prisma.person.findUnique({ where: { email } });
  const matches = await verify(person?.passwordHash ?? HASH_OF_NOBODY, password);
  if (!matches || !person) {
    return c.json({ reason: !person ? 'Nobody uses this address' : 'Try another password' }, 401);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ login
  }
  return c.json({ id: person.id });
});
`,
      },
    },
    {
      name: 'a look-up that throws what the handler shows',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/people.ts': `import { prisma } from './prisma';

export class Problem extends Error {}

export async function personOf(email: string) {
  const person = await prisma.user.findUnique({ where: { email } });
  if (!person) throw new Problem('There is nobody of this address');
  return person;
}
`,
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { personOf, Problem } from './people';

export async function enter(email: string, password: string) {
  const person = await personOf(email);
//                     ^^^^^^^^^^^^^^^ login
  const matches = await verify(person.passwordHash, password);
  if (!matches) throw new Problem('Try another password');
  return person.id;
}
`,
      },
    },
    {
      name: 'a service whose errors the route shows',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'src/recovery.ts': `import { post } from './post';
import { prisma } from './prisma';

export class RecoveryService {
  async startRecovery(address: string) {
    const holder = await prisma.account.findUnique({ where: { address } });
    if (!holder) throw new Error('We know no such address');
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
    await post(holder.address, 'Your link');
  }
}
`,
        'src/routes.ts': `import { Router } from 'express';
import { RecoveryService } from './recovery';

const service = new RecoveryService();
export const router = Router();

router.post('/recovery', async (req, res) => {
  try {
    await service.startRecovery(req.body.address);
    res.json({ done: true });
  } catch (problem) {
    res.status(400).json({ done: false, why: (problem as Error).message });
  }
});
`,
      },
    },
    {
      name: 'a query that fails, and an answer that says why',
      dependencies: { lucia: '3.2.2', next: '14.2.35', kysely: '0.27.4' },
      files: {
        'app/forgot/actions.ts': `'use server';
import { db } from '../db';
import { post } from '../post';

export async function forgot(form: FormData) {
  const email = String(form.get('email'));
  try {
    const row = await db.selectFrom('customer').select('email').where('email', '=', email).executeTakeFirstOrThrow();
    await post(row.email, 'Your link');
    return { title: 'Look into your inbox' };
  } catch {
    return { title: 'Is this the right e-mail address?' };
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  }
}
`,
      },
    },
    {
      name: 'the last step of a reset, by address and code',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/reset.ts': `import { hash } from '@node-rs/argon2';
import { Hono } from 'hono';
import { isRightCode } from './codes';
import { lucia } from './lucia';
import { prisma } from './prisma';

export const app = new Hono().post('/reset-password', async (c) => {
  const { email, code, password } = await c.req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user) return c.text('No such account', 404);
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ code
  if (!(await isRightCode(user.id, code))) return c.text('This code is wrong', 400);
  await lucia.invalidateUserSessions(user.id);
  await prisma.user.update({ where: { id: user.id }, data: { passwordHash: await hash(password) } });
  return c.text('Done');
});
`,
      },
    },
    {
      name: 'a throw whose catch says something else than a wrong password',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import type { Request, Response } from 'express';
import { lucia } from './lucia';
import { prisma } from './prisma';

export async function enter(req: Request, res: Response) {
  try {
    const { phone, password } = req.body;
    const guest = await prisma.guest.findUnique({ where: { phone } });
    if (guest) {
      if (!(await verify(guest.passwordHash, password))) return res.status(401).json({ reason: 'That does not match' });
      const session = await lucia.createSession(guest.id, {});
      res.setHeader('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
      return res.json({ id: guest.id });
    } else {
      throw new Error('nobody');
    }
  } catch (problem) {
    console.error(problem);
    return res.status(500).json({ reason: 'We could not do that' });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ login
  }
}
`,
      },
    },
    {
      name: 'a reset by a number that others know, and one that has a flag only when a mail was sent',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/recover.ts': `import { hash } from '@node-rs/argon2';
import { Hono } from 'hono';
import { post } from './post';
import { prisma } from './prisma';
import { randomWord } from './words';

export const app = new Hono();

app.post('/recover-access', async (c) => {
  const { badge } = await c.req.json();
  const user = await prisma.user.findUnique({ where: { badge } });
  if (!user || user.leftAt) return c.json({ reason: 'There is no such badge' }, 400);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ code
  const word = randomWord();
  await prisma.user.update({ where: { badge }, data: { passwordHash: await hash(word) } });
  await post(user.mailbox, word);
  return c.json({ posted: true });
});

app.post('/forgot', async (c) => {
  const { email } = await c.req.json();
  const text = 'If we know this address, a letter is on its way';
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user) return c.json({ text });
//           ^^^^^^^^^^^^^^^^^^^^^^^^ reset
  if (!(await post(user.email, randomWord()))) return c.json({ text });
  return c.json({ text, posted: true });
});
`,
      },
    },
    {
      name: 'the state of an account is told before its password is looked at',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/door.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { prisma } from './prisma';

export const app = new Hono();

app.post('/door', async (c) => {
  const { mail, word } = await c.req.json();
  const guest = await prisma.guest.findUnique({ where: { mail } });
  if (!guest) return c.json({ note: 'Wrong address or word' }, 401);
  if (guest.failures > 9) return c.json({ note: 'Too many attempts' }, 429);
  if (!guest.confirmedAt) return c.json({ note: 'Please open the link in our letter' }, 401);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ state
  if (!(await verify(guest.passwordHash, word))) return c.json({ note: 'Wrong address or word' }, 401);
  const session = await lucia.createSession(guest.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.json({ note: 'Welcome' });
});
`,
      },
    },
    {
      name: 'an answer that repeats the address',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lost.ts': `import { Hono } from 'hono';
import { post } from './post';
import { prisma } from './prisma';

export const app = new Hono();

app.post('/forgot', async (c) => {
  const { mail } = await c.req.json();
  const guest = await prisma.user.findUnique({ where: { email: mail } });
  if (!guest) return c.text(\`Nobody here has the address \${mail}\`);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  const { id } = await post(guest.email);
  return c.json({ id });
});
`,
      },
    },
    {
      name: 'a service that only its interface describes, and errors that go by their classes',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { prisma } from './prisma';
import type { Services } from './services';

class NobodyError extends Error {}
class WrongWordError extends Error {}

export async function enter(mail: string, word: string) {
  const guest = await prisma.guest.findUnique({ where: { mail } });
  if (!guest) throw new NobodyError();
//            ^^^^^^^^^^^^^^^^^^^^^^^^ login
  if (!(await verify(guest.passwordHash, word))) throw new WrongWordError();
  return lucia.createSession(guest.id, {});
}

export const lost = ({ members, letters }: Services) =>
  new Hono().post('/forgot-password', async (c) => {
    const { mail } = await c.req.json();
    const member = await members.findByEmail(mail);
    if (!member) return c.json({ note: 'We do not know this address' }, 404);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
    await letters.send(member);
    return c.json({ note: 'Please look into your mailbox' });
  });
`,
      },
    },
    {
      name: 'an action that asks for a new password, called so by its key',
      dependencies: { lucia: '3.2.2', astro: '5.1.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/actions/index.ts': `import { defineAction } from 'astro:actions';
import { z } from 'astro:schema';
import { eq } from 'drizzle-orm';
import { db } from '../db';
import { mailReset } from '../mail';
import { guests } from '../schema';

export const server = {
  recover: defineAction({
    input: z.object({ mail: z.string().email() }),
    handler: async ({ mail }) => {
      const found = await db.select().from(guests).where(eq(guests.email, mail));
      if (found.length === 0) return { ok: false, note: 'Nobody has this address' };
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
      await mailReset(mail);
      return { ok: true, note: 'A letter is on its way' };
    },
  }),
};
`,
      },
    },
    {
      name: 'silence for an unknown account',
      dependencies: { lucia: '3.2.2', next: '15.0.3', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'app/enter/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '@/lib/prisma';
import { begin } from '@/lib/begin';

export async function enter(form: FormData) {
  const guest = await prisma.guest.findUnique({ where: { mail: String(form.get('mail')) } });
  if (!guest) return null;
//            ^^^^^^^^^^^^ login
  if (!(await verify(guest.passwordHash, String(form.get('word'))))) return { note: 'Wrong password' };
  return begin(guest.id);
}
`,
      },
    },
    {
      name: 'a package for passwords that nobody has heard of',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', 'edge-passwords': '1.0.0' },
      files: {
        'src/login.ts': `import { comparePassword } from 'edge-passwords';
import { Hono } from 'hono';
import { lucia } from './auth';
import { prisma } from './prisma';

export const login = new Hono().post('/login', async (c) => {
  const { handle, password } = await c.req.json();
  const keeper = await prisma.keeper.findUnique({ where: { handle } });
  if (!keeper) return c.json({ problem: 'We have no keeper of that name' }, 404);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ login
  const fits = await comparePassword(keeper.passwordHash, password);
  if (!fits) return c.json({ problem: 'The password does not fit' }, 401);
  const session = await lucia.createSession(keeper.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a code to sign in with that is only sent to those who have an account',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'app/enter/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { db, people } from '../../lib/db';
import { sendPassphrase } from '../../lib/post';

export async function signInByMail(form: FormData) {
  const address = String(form.get('address'));
  const [person] = await db.select().from(people).where(eq(people.email, address));
  if (!person) return { problem: 'We have no account for this address' };
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  await sendPassphrase(person);
  return { done: true };
}
`,
      },
    },
    {
      name: 'a handler that is called after what people forget',
      dependencies: { lucia: '3.2.2', express: '4.21.2', '@prisma/client': '5.22.0' },
      files: {
        'src/help.ts': `import { Router } from 'express';
import { mailer } from './mailer';
import { prisma } from './prisma';

export const help = Router();

help.post('/forget-password', async (req, res) => {
  const player = await prisma.player.findUnique({ where: { email: req.body.email } });
  if (!player) return res.status(400).json({ oops: 'There is no such player' });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  await mailer.reset(player);
  return res.status(200).json({ oops: null });
});
`,
      },
    },
    {
      name: 'a code to get in is sent only to those who are known, whatever else they must be',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4', oslo: '1.2.1' },
      files: {
        'src/schema.ts': `import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email').notNull(), kind: text('kind') });
export const loginCodes = pgTable('login_codes', {
  userId: text('user_id').notNull(),
  digest: text('digest').notNull(),
  expiresAt: timestamp('expires_at').notNull(),
});
export const passwordResets = pgTable('password_resets', { userId: text('user_id').notNull(), digest: text('digest').notNull() });
`,
        'src/door.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { digest, letter, newCode } from './letters';
import { loginCodes, passwordResets, users } from './schema';

export async function startLogin(email: string): Promise<{ error?: string; next?: string }> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  if (!user) return { error: 'Nobody of that name' };
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  const code = newCode();
  await db.insert(loginCodes).values({ userId: user.id, digest: digest(code), expiresAt: new Date(Date.now() + 600_000) });
  await letter(email, code);
  return { next: '/code' };
}

export const door = new Hono();
door.post('/login', async (c) => {
  const { email } = await c.req.json();
  const begun = await startLogin(email);
  if (begun.error !== undefined) return c.json(begun, 400);
  return c.json({ next: begun.next });
});
door.post('/editors/lost', async (c) => {
  const { email } = await c.req.json();
  const user = await db.query.users.findFirst({ where: eq(users.email, email) });
  if (user?.kind !== 'editor') return c.json({ note: 'No editor has this address' }, 404);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  const code = newCode();
  await db.insert(passwordResets).values({ userId: user.id, digest: digest(code) });
  await letter(email, code);
  return c.json({ note: 'A letter is on its way' });
});
`,
      },
    },
    {
      name: 'a hash and a password the wrong way round',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/enter.ts': `import { Hono } from 'hono';
import { Scrypt } from 'lucia';
import { begin } from './begin';
import { prisma } from './prisma';

export const app = new Hono();
app.post('/enter', async (c) => {
  const { mail, password } = await c.req.json();
  const guest = await prisma.guest.findUnique({ where: { mail } });
  if (guest) {
    const isRight = await new Scrypt().verify(password, guest.passwordHash);
    if (!isRight) return c.json({ note: 'Wrong password' }, 401);
    return c.json(await begin(guest.id));
  }
  return c.json({ note: 'We do not know you' }, 401);
//^^^^... login
});
`,
      },
    },
    {
      name: 'a message that a table has under what was chosen',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { Hono } from 'hono';
import { hash, verify } from '@node-rs/argon2';
import { lucia } from './lucia';
import { prisma } from './prisma';

const texts = { none: 'Nobody has this nickname', wrong: 'Another password, please' };
const decoy = hash('nobody');

export const enter = new Hono();
enter.post('/enter', async (c) => {
  const { nick, password } = await c.req.json();
  const sailor = await prisma.sailor.findUnique({ where: { nick } });
  const isRight = await verify(sailor?.passwordHash ?? (await decoy), password);
  if (!sailor || !isRight) {
    const problem = sailor ? 'wrong' : 'none';
    return c.json({ error: texts[problem] }, 401);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ login
  }
  const session = await lucia.createSession(sailor.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a service whose answer is put into a response that gets a header first',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'app/api/recover/route.ts': `import { startRecovery } from '../../../lib/recovery';

export async function POST(request: Request) {
  const outcome = await startRecovery(await request.json());
  const response = Response.json(outcome.body, { status: outcome.status });
  response.headers.set('Cache-Control', 'no-store');
  return response;
}
`,
        'lib/recovery.ts': `import { prisma } from './prisma';
import { mailLink } from './mail';

export async function startRecovery({ email }: { email: string }) {
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user) return { status: 200, body: { message: 'If we know this address, a link will be sent' } };
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reset
  await mailLink(user);
  return { status: 200, body: { message: 'The link was sent' } };
}
`,
      },
    },
    {
      name: 'a reset that refuses accounts it cannot help',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/routes/forgot/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { members } from '$lib/server/schema';
import { mailLink } from '$lib/server/mail';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const [member] = await db.select().from(members).where(eq(members.email, String(form.get('email'))));
    if (!member) return { done: true, note: 'A way to a new password is in your mailbox' };
    if (member.lockedAt) return fail(400, { note: 'This membership has ended' });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ known
    await mailLink(member);
    return { done: true, note: 'A way to a new password is in your mailbox' };
  },
};
`,
      },
    },
    {
      name: 'a row that is read before anybody asks whether it is there',
      dependencies: { lucia: '3.2.2', next: '15.2.3', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'app/api/enter/route.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db, members } from '../../../db';
import { lucia } from '../../../lucia';

export async function POST(request: Request) {
  const { email, password } = await request.json();
  try {
    const rows = await db.select().from(members).where(eq(members.email, email));
    if (!rows) return Response.json({ problem: 'Wrong email or password' }, { status: 401 });
    const fits = await verify(rows[0].passwordHash, password);
//                            ^^^^^^^ crash
    if (!fits) return Response.json({ problem: 'Wrong email or password' }, { status: 401 });
    await lucia.createSession(rows[0].id, {});
    return Response.json({ done: true });
  } catch {
    return Response.json({ problem: 'Something broke' }, { status: 500 });
  }
}
`,
        'app/enter/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { redirect } from 'next/navigation';
import { db, members } from '../../db';
import { lucia } from '../../lucia';

export async function enter(form: FormData) {
  const [member] = await db.select().from(members).where(eq(members.email, String(form.get('email'))));
  const fits = await verify(member.passwordHash, String(form.get('password')));
//                          ^^^^^^ crash
  if (!fits) return { problem: 'Wrong email or password' };
  await lucia.createSession(member.id, {});
  redirect('/');
}
`,
      },
    },
  ],
  good: [
    {
      name: 'one message for both',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/login/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '../../lib/prisma';

const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function signIn(email: string, password: string) {
  const user = await prisma.user.findUnique({ where: { email } });
  const ok = await verify(user?.passwordHash || DUMMY, password);
  if (!user) return { error: 'Wrong e-mail or password' };
  if (!ok) return { error: 'Wrong e-mail or password' };
  return { id: user.id };
}
`,
      },
    },
    {
      name: 'a reset that answers the same either way',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/password-reset/+page.server.ts': `import { prisma } from '$lib/server/prisma';
import { sendReset } from '$lib/server/mail';

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const user = await prisma.user.findUnique({ where: { email: String(form.get('email')) } });
    if (!user) return { message: 'If there is an account, we have sent a link' };
    await sendReset(user.email);
    return { message: 'If there is an account, we have sent a link' };
  },
};
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a reset that promises the same mail and fails to send it',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', kysely: '0.27.4' },
      files: {
        'src/forgotten.ts': `import { Hono } from 'hono';
import { db } from './db';
import { mailLink } from './mail';

export const forgotten = new Hono().post('/forgot-password', async (c) => {
  const { email } = await c.req.json();
  const member = await db.selectFrom('member').selectAll().where('email', '=', email).executeTakeFirst();
  if (!member) return c.json({ notice: 'If the address is known, a link was sent' });
  try {
    await mailLink(member);
    return c.json({ notice: 'If the address is known, a link was sent' });
  } catch {
    console.error('no mail');
  }
  return c.json({ notice: 'The link could not be sent' });
});
`,
      },
    },
    {
      name: 'a token that is used up, and nothing said of an address',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'app/api/recover/route.ts': `import { eq } from 'drizzle-orm';
import { db, members } from '../../../lib/db';
import { hashedReset } from '../../../lib/mail';

export async function POST(request: Request) {
  const { secret } = await request.json();
  const changed = await db.update(members).set({ open: true }).where(eq(members.proof, hashedReset(secret))).returning();
  const member = changed[0];
  if (!member) return Response.json({ error: 'This link to recover no longer works' }, { status: 404 });
  return Response.json({ done: member.id });
}
`,
      },
    },
    {
      name: 'a result that is filled with one message for both',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/enter/enter.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '../../lib/prisma';

export async function enter(form: FormData) {
  const outcome = { done: false, hint: '' };
  let tries = 0;
  const member = await prisma.member.findUnique({ where: { email: String(form.get('email')) } });
  if (!member) {
    tries = 1;
    outcome.hint = 'Address and password do not fit';
    return outcome;
  }
  if (!(await verify(member.passwordHash, String(form.get('password'))))) {
    tries = 2;
    outcome.hint = 'Address and password do not fit';
    return outcome;
  }
  outcome.done = tries === 0;
  return outcome;
}
`,
      },
    },
    {
      name: 'a change of a password that mixes up what it compares',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/settings/save.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '../../lib/prisma';

export async function saveSettings(input: { memberId: string; current?: string; wanted?: string }) {
  const { memberId, current, wanted } = input;
  const member = await prisma.member.findUnique({ where: { id: memberId } });
  if (!wanted || !current) throw new Error('Fill in both passwords');
  if (!(await verify(wanted, member!.passwordHash))) throw new Error('Your current password is another one');
  await prisma.member.update({ where: { id: memberId }, data: { touched: true } });
}
`,
      },
    },
    {
      name: 'an account without a password that gets the same answer as a wrong one',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.0.0', '@prisma/client': '5.22.0' },
      files: {
        'src/enter.ts': `import { Hono } from 'hono';
import { verify } from '@node-rs/argon2';
import { lucia } from './auth';
import { prisma } from './prisma';

export const app = new Hono();

app.post('/enter', async (c) => {
  const { mail, password } = await c.req.json();
  const member = await prisma.member.findUnique({ where: { mail } });
  if (!member) return c.json({ problem: 'Mail or password is wrong' }, 400);
  if (!member.passwordHash) return c.json({ problem: 'Mail or password is wrong' }, 400);
  if (!(await verify(member.passwordHash, password))) return c.json({ problem: 'Mail or password is wrong' }, 400);
  const session = await lucia.createSession(member.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
      },
    },
    {
      name: 'what comes after the right password is chosen by a column of the account',
      dependencies: { lucia: '3.2.2', hono: '4.13.19', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/sign-in.ts': `import { Hono } from 'hono';
import { verify } from '@node-rs/argon2';
import { members } from './members';

const PLACEHOLDER =
  '$argon2id$v=19$m=19456,t=2,p=1$8iOHNtZKe3Bw6iW3LWqDfg$5/wsd+Yl9hTXHA7AB3BIWmBR0dSSfW6JUfBtP1Aj9q4';

export const signIn = new Hono().post('/sign-in', async (c) => {
  const { email, password } = await c.req.json();
  const member = await members.byEmail(email);
  const fits = await verify(member?.passwordHash ?? PLACEHOLDER, password);
  if (!member || !fits) return c.json({ error: 'Wrong e-mail address or password' }, 401);
  return c.json({ next: member.hasPasskey ? '/sign-in/passkey' : '/home' });
});
`,
      },
    },
    {
      name: 'an administrator who may send reset links, by a row of their own',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionCookie: { expires: false } });
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`,
        'lib/session.ts': `import { cookies } from 'next/headers';
import { lucia } from './auth';

export async function currentSession() {
  const id = (await cookies()).get(lucia.sessionCookieName)?.value;
  if (!id) return { user: null, session: null };
  return lucia.validateSession(id);
}
`,
        'lib/rights.ts': `import { prisma } from './prisma';

export async function rightsOf(id: string | undefined) {
  const row = await prisma.user.findUnique({ where: { id } });
  return { maySendLinks: row?.role === 'admin' };
}
`,
        'app/people/send-reset-link.ts': `'use server';
import { prisma } from '../../lib/prisma';
import { rightsOf } from '../../lib/rights';
import { currentSession } from '../../lib/session';
import { mail } from '../../lib/mail';

export async function sendResetLink(email: string) {
  const { user: caller } = await currentSession();
  const rights = await rightsOf(caller?.id);
  if (!rights.maySendLinks) return { error: 'Only administrators can do this' };
  const person = await prisma.user.findUnique({ where: { email } });
  if (person) await mail(person.email);
  return { error: null };
}
`,
      },
    },
    {
      name: 'an address that is taken at sign-up',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/signup/actions.ts': `'use server';
import { hash } from '@node-rs/argon2';
import { prisma } from '../../lib/prisma';

export async function signUp(email: string, password: string) {
  const user = await prisma.user.findUnique({ where: { email } });
  if (user) return { error: 'E-mail already used' };
  await prisma.user.create({ data: { email, passwordHash: await hash(password) } });
  return { error: null };
}
`,
      },
    },
    {
      name: 'a password change tells its own user what is wrong',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/account.ts': `import { verify } from '@node-rs/argon2';
import { prisma } from './prisma';

export async function confirmPassword(userId: string, password: string) {
  const user = await prisma.user.findUnique({ where: { id: userId } });
  if (!user) throw new Error('not found');
  if (!(await verify(user.passwordHash, password))) throw new Error('wrong password');
}
`,
      },
    },
    {
      name: 'two constants of one text',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/login.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { prisma } from './prisma';

const REFUSED = 'E-mail address or password is wrong';
const Answer = { unknown: REFUSED, wrong: REFUSED } as const;
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export const login = new Hono().post('/login', async (c) => {
  const { email, password } = await c.req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  const right = await verify(user?.passwordHash || NOBODY, password);
  if (!user) return c.json({ message: Answer.unknown }, 401);
  if (!right) return c.json({ message: Answer.wrong }, 401);
  return c.json({ id: user.id });
});
`,
      },
    },
    {
      name: 'errors that are answered alike',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { verify } from '@node-rs/argon2';
import { prisma } from './prisma';

export async function enter(email: string, password: string) {
  const person = await prisma.user.findUnique({ where: { email } });
  if (!person) throw new Error('no such person');
  if (!(await verify(person.passwordHash, password))) throw new Error('wrong password');
  return person.id;
}

export async function startReset(email: string) {
  const person = await prisma.user.findUnique({ where: { email } });
  if (!person) throw new Error('no such person');
  return person.id;
}
`,
        'src/app.ts': `import { Hono } from 'hono';
import { enter, startReset } from './enter';
import { post } from './post';

export const app = new Hono();

app.post('/enter', async (c) => {
  const { email, password } = await c.req.json();
  try {
    return c.json({ id: await enter(email, password) });
  } catch (problem) {
    console.warn(problem);
    return c.json({ message: 'Wrong e-mail or password' }, 401);
  }
});

app.post('/reset', async (c) => {
  const { email } = await c.req.json();
  try {
    await post(await startReset(email));
  } catch {
    // Nobody is told.
  }
  return c.json({ message: 'Done' });
});
`,
      },
    },
    {
      name: 'a reset whose one answer comes last, and a token that is unknown',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/reset.ts': `import { hash } from '@node-rs/argon2';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { post } from './post';
import { prisma } from './prisma';

export const app = new Hono();

app.post('/forgot', async (c) => {
  const { email } = await c.req.json();
  const user = await prisma.user.findUnique({ where: { email } });
  if (user) {
    const recent = await prisma.letter.count({ where: { userId: user.id } });
    if (recent < 3) await post(user.email);
  }
  return c.json({ ok: true }, 202);
});

app.post('/reset', async (c) => {
  const { token, password } = await c.req.json();
  const user = await prisma.user.findFirst({ where: { reset: { token } } });
  if (!user) return c.text('This link has expired', 400);
  await lucia.invalidateUserSessions(user.id);
  await prisma.user.update({ where: { id: user.id }, data: { passwordHash: await hash(password) } });
  return c.text('Done');
});
`,
      },
    },
    {
      name: 'who comes in all the same: an account that is made at the first visit, one that has no password',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { hash, verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { prisma } from './prisma';
import { publicFieldsOf } from './fields';

export const app = new Hono();

app.post('/enter-or-join', async (c) => {
  const { name, password } = await c.req.json();
  const passwordHash = await hash(password);
  const player = await prisma.player.findUnique({ where: { name } });
  if (player) {
    if (!(await verify(player.passwordHash, password))) return c.json({ state: 'wrong-password' }, 400);
    const session = await lucia.createSession(player.id, {});
    c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
    return c.json({ state: 'back-again' });
  }
  const made = await prisma.player.create({ data: { name, passwordHash } });
  const session = await lucia.createSession(made.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.json({ state: 'welcome' });
});

export async function enter(name: string, password: string) {
  const player = await prisma.player.findUnique({ where: { name } });
  if (!player) throw new Error('Wrong name or password');
  if (player.passwordHash) {
    const isRight = await verify(player.passwordHash, password);
    if (!isRight) throw new Error('Wrong name or password');
  }
  return publicFieldsOf(player, ['birthday']);
}
`,
      },
    },
    {
      name: 'what is shared by a link and a password',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/shared.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { prisma } from './prisma';

const folderBySlug = (slug: string) => prisma.folder.findUnique({ where: { slug } });

export const app = new Hono();

app.post('/shared', async (c) => {
  const { kind, slug, password } = await c.req.json();
  let shared: { passwordHash: string; body: string } | null = null;
  if (kind === 'folder') {
    shared = await folderBySlug(slug);
  } else {
    const { albumOf } = await import('@acme/albums');
    shared = await albumOf(slug);
  }
  if (!shared) return c.text('There is nothing here', 404);
  if (!(await verify(shared.passwordHash, password))) return c.text('Wrong password', 403);
  return c.text(shared.body);
});
`,
      },
    },
    {
      name: 'the last step of a reset: the owner of a token',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/reset.ts': `import { Hono } from 'hono';
import { prisma } from './prisma';
import { setPassword } from './passwords';

export const app = new Hono();

app.post('/reset-password', async (c) => {
  const { key, password } = await c.req.json();
  const ticket = await prisma.ticket.findUnique({ where: { key } });
  if (!ticket || ticket.endsAt < new Date()) return c.text('This link has expired', 400);
  const user = await prisma.user.findUnique({ where: { id: ticket.userId } });
  if (!user) return c.text('User not found', 404);
  await setPassword(user, password);
  return c.text('Done');
});
`,
      },
    },
    {
      name: 'the state of an account, after its password or in the same words',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/door.ts': `import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import { lucia } from './lucia';
import { prisma } from './prisma';

export const app = new Hono();

app.post('/door', async (c) => {
  const { mail, word } = await c.req.json();
  const guest = await prisma.guest.findUnique({ where: { mail } });
  if (!guest || guest.leftAt) return c.json({ note: 'Wrong address or word' }, 401);
  if (guest.lockedUntil > new Date()) return c.json({ note: 'Too many attempts, come back later' }, 401);
  if (guest.kind === 'external') return c.json({ note: 'Wrong address or word' }, 401);
  if (!(await verify(guest.passwordHash, word))) return c.json({ note: 'Wrong address or word' }, 401);
  if (!guest.confirmedAt) return c.json({ note: 'Please open the link in our letter' }, 401);
  const session = await lucia.createSession(guest.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.json({ note: 'Welcome' });
});
`,
      },
    },
    {
      name: 'silence for an unknown account and for a wrong password, or after something was said',
      dependencies: { lucia: '3.2.2', next: '15.0.3', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'app/enter/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { prisma } from '@/lib/prisma';
import { begin } from '@/lib/begin';
import { tell } from '@/lib/tell';

export async function enter(form: FormData) {
  const guest = await prisma.guest.findUnique({ where: { mail: String(form.get('mail')) } });
  if (!guest) return;
  if (!(await verify(guest.passwordHash, String(form.get('word'))))) return;
  return begin(guest.id);
}

export async function enterLoudly(form: FormData) {
  const guest = await prisma.guest.findUnique({ where: { mail: String(form.get('mail')) } });
  if (!guest) {
    await tell('Wrong address or word');
    return;
  }
  if (!(await verify(guest.passwordHash, String(form.get('word'))))) {
    return { note: 'Wrong address or word' };
  }
  return begin(guest.id);
}
`,
      },
    },
    {
      name: 'a check of how good a new password is, against what the row says',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', 'password-rules': '1.0.0' },
      files: {
        'src/propose.ts': `import { Hono } from 'hono';
import { validatePassword } from 'password-rules';
import { prisma } from './prisma';

export const propose = new Hono().post('/propose', async (c) => {
  const { email, password } = await c.req.json();
  const invitation = await prisma.invitation.findUnique({ where: { email } });
  if (!invitation) return c.json({ problem: 'Nobody has invited you' }, 404);
  if (!validatePassword(password, invitation.email)) return c.json({ problem: 'Too much like your address' }, 400);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a code to sign in with, answered alike, and one to confirm the own address',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'app/enter/actions.ts': `'use server';
import { eq } from 'drizzle-orm';
import { db, people } from '../../lib/db';
import { sendPassphrase } from '../../lib/post';

export async function signInByMail(form: FormData) {
  const address = String(form.get('address'));
  const [person] = await db.select().from(people).where(eq(people.email, address));
  if (!person) return { done: true };
  await sendPassphrase(person);
  return { done: true };
}

export async function confirmOtp(form: FormData) {
  const [person] = await db.select().from(people).where(eq(people.email, String(form.get('address'))));
  if (!person) return { problem: 'Register first' };
  await sendPassphrase(person);
  return { done: true };
}
`,
      },
    },
    {
      name: 'a code to get in that is sent to anybody, and one that makes an account of who is new',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const users = pgTable('users', { id: text('id').primaryKey(), email: text('email').notNull(), kind: text('kind') });
export const loginCodes = pgTable('login_codes', { userId: text('user_id').notNull(), digest: text('digest').notNull() });
`,
        'src/door.ts': `import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from './db';
import { digest, letter, newCode } from './letters';
import { loginCodes, users } from './schema';

async function sendCode(user: { id: string; email: string }) {
  const code = newCode();
  await db.insert(loginCodes).values({ userId: user.id, digest: digest(code) });
  const { error } = await letter(user.email, code);
  return { error };
}

export const door = new Hono();
door.post('/login', async (c) => {
  const { email } = await c.req.json();
  const user = await db.query.users.findFirst({ where: eq(users.email, email) });
  if (user?.kind !== 'guest') return c.json({ note: 'A letter is on its way' });
  await sendCode(user);
  return c.json({ note: 'A letter is on its way' });
});
door.post('/magic', async (c) => {
  const { email } = await c.req.json();
  let user = await db.query.users.findFirst({ where: eq(users.email, email) });
  if (!user) [user] = await db.insert(users).values({ id: crypto.randomUUID(), email }).returning();
  const sent = await sendCode(user!);
  if (sent.error) return c.json({ note: 'The letter could not be sent' }, 502);
  return c.json({ note: 'A letter is on its way' });
});
`,
      },
    },
    {
      name: 'whoever has the token is told of its account',
      dependencies: { lucia: '^3.2.2', '@sveltejs/kit': '^2.5.0', '@prisma/client': '^5.0.0' },
      files: {
        'src/lib/server/tokens.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { resets } from './schema';

export async function userOfToken(given: string): Promise<string> {
  const [row] = await db.delete(resets).where(eq(resets.id, given)).returning();
  if (!row || row.until < Date.now()) throw new Error('This link has run out');
  return row.userId;
}
`,
        'src/routes/password-reset/[token]/+page.server.ts': `import { userOfToken } from '$lib/server/tokens';
import { lucia, users } from '$lib/server/auth';
import { fail, redirect } from '@sveltejs/kit';

export const actions = {
  default: async ({ request, params }) => {
    const form = await request.formData();
    const userId = await userOfToken(params.token);
    const user = await users.getUser(userId);
    if (!user.email) return fail(400, { error: 'This user has no e-mail address' });
    await lucia.invalidateUserSessions(user.id);
    await users.setPassword(user.id, String(form.get('password')));
    redirect(302, '/login');
  },
};
`,
      },
    },
    {
      name: 'a reason that is chosen for the log',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { Hono } from 'hono';
import { hash, verify } from '@node-rs/argon2';
import { lucia } from './lucia';
import { prisma } from './prisma';

const texts = { none: 'Nobody has this nickname', wrong: 'Another password' };
const decoy = hash('nobody');

export const enter = new Hono();
enter.post('/enter', async (c) => {
  const { nick, password } = await c.req.json();
  const sailor = await prisma.sailor.findUnique({ where: { nick } });
  const isRight = await verify(sailor?.passwordHash ?? (await decoy), password);
  if (!sailor || !isRight) {
    const problem = sailor ? 'wrong' : 'none';
    console.info(texts[problem]);
    return c.json({ error: 'Nickname or password is wrong' }, 401);
  }
  const session = await lucia.createSession(sailor.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a table that has the same text for both',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/enter.ts': `import { Hono } from 'hono';
import { hash, verify } from '@node-rs/argon2';
import { lucia } from './lucia';
import { prisma } from './prisma';

const texts = { none: 'Nickname or password is wrong', wrong: 'Nickname or password is wrong' };
const decoy = hash('nobody');

export const enter = new Hono();
enter.post('/enter', async (c) => {
  const { nick, password } = await c.req.json();
  const sailor = await prisma.sailor.findUnique({ where: { nick } });
  const isRight = await verify(sailor?.passwordHash ?? (await decoy), password);
  if (!sailor || !isRight) {
    const problem = sailor ? 'wrong' : 'none';
    return c.json({ error: texts[problem] }, 401);
  }
  const session = await lucia.createSession(sailor.id, {});
  c.header('Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a service whose answer is only counted before one response for all',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@prisma/client': '5.22.0' },
      files: {
        'app/api/recover/route.ts': `import { startRecovery } from '../../../lib/recovery';
import { metrics } from '../../../lib/metrics';

export async function POST(request: Request) {
  const outcome = await startRecovery(await request.json());
  metrics.count('recovery', outcome.message);
  const response = Response.json({ message: 'If we know this address, a link will be sent' });
  response.headers.set('Cache-Control', 'no-store');
  return response;
}
`,
        'lib/recovery.ts': `import { prisma } from './prisma';
import { mailLink } from './mail';

export async function startRecovery({ email }: { email: string }) {
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user) return { message: 'No such user' };
  await mailLink(user);
  return { message: 'The link was sent' };
}
`,
      },
    },
    {
      name: 'a reset that waits, one that fails for all, and settings for mails',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/routes/forgot/+page.server.ts': `import { fail } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { emailSettings, members } from '$lib/server/schema';
import { mailLink } from '$lib/server/mail';

async function settings() {
  const [row] = await db.select().from(emailSettings).where(eq(emailSettings.inUse, true));
  return row ?? null;
}

export const load = async () => {
  const found = await settings();
  return { canMail: Boolean(found && found.kind !== 'switched off') };
};

export const actions = {
  default: async ({ request }) => {
    const form = await request.formData();
    const [member] = await db.select().from(members).where(eq(members.email, String(form.get('email'))));
    if (!member) return { done: true, note: 'A way to a new password is in your mailbox' };
    if (member.mailedAt > Date.now() - 60_000) return fail(400, { note: 'The last one is still under way' });
    const sent = await mailLink(member);
    if (!sent.ok) return fail(500, { note: 'No mail could be sent' });
    return { done: true, note: 'A way to a new password is in your mailbox' };
  },
};
`,
      },
    },
    {
      name: 'a new password for whom the signed link names',
      dependencies: { lucia: '3.2.2', astro: '4.16.0', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'src/pages/api/reset.ts': `import type { APIContext } from 'astro';
import { hash } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db } from '../../db';
import { users } from '../../schema';
import { openToken } from '../../links';

export async function POST({ request }: APIContext) {
  const { token, password } = await request.json();
  const claims = (await openToken(token)) as { email: string };
  const [user] = await db.select().from(users).where(eq(users.email, claims.email));
  if (!user) return new Response('There is no such user any more', { status: 404 });
  await db.update(users).set({ hashedPassword: await hash(password) }).where(eq(users.id, user.id));
  return new Response('Done');
}
`,
      },
    },
    {
      name: 'a row that is not there and a wrong password end in the same answer',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.0.2', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
`,
        'lib/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const keepers = pgTable('keepers', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  hash: text('hash').notNull(),
});
`,
        'app/enter/actions.ts': `'use server';

import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { lucia } from '../../lib/auth';
import { db } from '../../lib/db';
import { keepers } from '../../lib/schema';

export async function enter(form: FormData) {
  try {
    const [keeper] = await db.select().from(keepers).where(eq(keepers.email, String(form.get('email'))));
    if (!(await verify(keeper.hash, String(form.get('password'))))) return { error: 'Something went wrong' };
    const cookie = lucia.createSessionCookie((await lucia.createSession(keeper.id, {})).id);
    (await cookies()).set(cookie.name, cookie.value, cookie.attributes);
  } catch (error) {
    console.error(error);
    return { error: 'Something went wrong' };
  }
  return { error: '' };
}
`,
      },
    },
    {
      name: 'rows that are counted first, and a row whose absence is answered as a wrong password',
      dependencies: { lucia: '3.2.2', next: '15.2.3', 'drizzle-orm': '0.36.4', '@node-rs/argon2': '2.0.0' },
      files: {
        'app/api/enter/route.ts': `import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { db, members } from '../../../db';
import { lucia } from '../../../lucia';

export async function POST(request: Request) {
  const { email, password } = await request.json();
  const rows = await db.select().from(members).where(eq(members.email, email));
  if (rows.length === 0) return Response.json({ problem: 'Wrong email or password' }, { status: 401 });
  const fits = await verify(rows[0].passwordHash, password);
  if (!fits) return Response.json({ problem: 'Wrong email or password' }, { status: 401 });
  await lucia.createSession(rows[0].id, {});
  return Response.json({ done: true });
}

export async function PATCH(request: Request) {
  const { email, password } = await request.json();
  const found = await db.select().from(members).where(eq(members.email, email));
  if (found.length === 0) return Response.json({ problem: 'Wrong email or password' }, { status: 401 });
  const [member] = found;
  const fits = await verify(member.passwordHash, password);
  if (!fits) return Response.json({ problem: 'Wrong email or password' }, { status: 401 });
  await lucia.createSession(member.id, {});
  return Response.json({ done: true });
}

export async function PUT(request: Request) {
  const { email, password } = await request.json();
  try {
    const [member] = await db.select().from(members).where(eq(members.email, email));
    const fits = await verify(member.passwordHash, password);
    if (!fits) throw new Error('wrong password');
    await lucia.createSession(member.id, {});
    return Response.json({ done: true });
  } catch {
    return Response.json({ problem: 'Wrong email or password' }, { status: 401 });
  }
}
`,
      },
    },
  ],
};

export default examples;
