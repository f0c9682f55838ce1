import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'the token in the table',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/reset.ts': `import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { passwordResetTokens } from './schema';

export async function createResetToken(userId: string) {
  const token = generateIdFromEntropySize(25);
  await db.insert(passwordResetTokens).values({ token, userId, expiresAt: new Date(Date.now() + 3_600_000) });
//                                              ^^^^^ stored
  return token;
}
`,
      },
    },
    {
      name: 'random bytes in Prisma',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/server/verify.ts': `import { randomBytes } from 'node:crypto';
import { sendMail } from './mail';
import { prisma } from './prisma';

export async function startVerification(userId: string, email: string) {
  const secret = randomBytes(32).toString('hex');
  await prisma.emailVerification.create({ data: { token: secret, userId } });
//                                                       ^^^^^^ stored
  await sendMail(email, \`/verify/\${secret}\`);
}
`,
      },
    },
    {
      name: 'a repository that stores what it is given',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'src/reset-repository.ts': `import { prisma } from './prisma';

export class ResetRepository {
  async issue(userId: string, secret: string): Promise<void> {
    await prisma.passwordReset.create({
      data: { userId, secret, validUntil: new Date(Date.now() + 7_200_000) },
//                    ^^^^^^ stored
    });
  }
}
`,
        'src/request-reset.ts': `import { generateIdFromEntropySize } from 'lucia';
import { sendMail } from './mail';
import { ResetRepository } from './reset-repository';

const resets = new ResetRepository();

export async function requestReset(user: { id: string; email: string }) {
  const secret = generateIdFromEntropySize(25);
  await resets.issue(user.id, secret);
  await sendMail(user.email, \`https://example.com/reset/\${secret}\`);
}
`,
      },
    },
    {
      name: 'in a column of the account',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/forgot.ts': `import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { db, users } from './db';
import { sendMail } from './mail';

export async function forgot(email: string) {
  const token = randomBytes(32).toString('hex');
  await db
    .update(users)
    .set({ resetToken: token, resetTokenExpiresAt: new Date(Date.now() + 3_600_000) })
//                     ^^^^^ stored
    .where(eq(users.email, email));
  await sendMail(email, \`https://example.com/reset/\${token}\`);
}
`,
      },
    },
    {
      name: 'a prefixed key in a prepared statement',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'better-sqlite3': '11.5.0' },
      files: {
        'src/machines.ts': `import { nanoid } from 'nanoid';
import { database } from './database';

const add = database.prepare('INSERT INTO access_tokens (id, machine, secret) VALUES (?, ?, ?)');

export function admit(machine: string) {
  const issued = 'machine-' + nanoid(40);
  add.run(nanoid(), machine, issued);
//                           ^^^^^^ stored
  return { machine, issued };
}
`,
      },
    },
    {
      name: 'the key of an entry in Redis',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0', ioredis: '5.4.1' },
      files: {
        'src/store.ts': `import Redis from 'ioredis';

export const store = new Redis(process.env.REDIS_URL!);
export const entryOf = (link: string) => \`magic-link:\${link}\`;
`,
        'src/magic.ts': `import { generateIdFromEntropySize } from 'lucia';
import { mail } from './mail';
import { entryOf, store } from './store';

export async function sendLink(member: { id: string; address: string }) {
  const link = generateIdFromEntropySize(25);
  await store.set(entryOf(link), member.id, 'EX', 900);
//                ^^^^^^^^^^^^^ stored
  await mail(member.address, \`https://example.com/enter/\${link}\`);
}
`,
      },
    },
    {
      name: 'read back from the row that was made',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'src/recovery.ts': `import { v4 } from 'uuid';
import { prisma } from './prisma';

export async function startRecovery(accountId: string) {
  const row = await prisma.accountRecovery.create({ data: { accountId, token: v4() } });
//                                                                            ^^^^ stored
  return \`https://example.com/recover?with=\${row.token}\`;
}
`,
      },
    },
    {
      name: "the account's token, stored by a helper",
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/lib/server/members.ts': `import { eq } from 'drizzle-orm';
import { db } from './db';
import { members } from './schema';

export async function patchMember(id: string, changes: Partial<typeof members.$inferInsert>) {
  await db.update(members).set({ ...changes, changedAt: new Date() }).where(eq(members.id, id));
}
`,
        'src/lib/server/confirm.ts': `import { postMail } from './post';
import { patchMember } from './members';

export async function askToConfirm(id: string, address: string) {
  const token = crypto.randomUUID();
  await patchMember(id, { token, confirmed: false });
//                        ^^^^^ stored
  await postMail(address, \`https://example.com/confirm/\${token}\`);
}
`,
      },
    },
    {
      name: 'the id of a document in MongoDB',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', mongodb: '6.10.0' },
      files: {
        'src/invite.ts': `import { randomBytes } from 'node:crypto';
import { db } from './mongo';

export const invite = async (address: string, team: string) => {
  const ticket = randomBytes(18).toString('base64url');
  await db.collection('invitations').insertOne({ _id: ticket, address, team, until: Date.now() + 864e5 });
//                                                    ^^^^^^ stored
  return \`https://example.com/join/\${ticket}\`;
};
`,
      },
    },
    {
      name: 'a default of the column',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4', nanoid: '5.0.0', uid: '2.0.2' },
      files: {
        'src/tables.ts': `import { nanoid } from 'nanoid';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { uid } from 'uid/secure';

const longText = () => nanoid(40);

export const recoveries = sqliteTable('password_recovery', {
  id: text('id').primaryKey().$defaultFn(() => nanoid()),
  memberId: text('member_id').notNull(),
  token: text('token').notNull().$defaultFn(longText),
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stored
});
export const confirmations = sqliteTable('mail_verification', {
  memberId: text('member_id').notNull(),
  code: text('code').$defaultFn(() => uid(48)),
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stored
});
`,
      },
    },
    {
      name: 'a digest that is the token itself',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'src/recover.ts': `import { createHash, randomBytes } from 'node:crypto';
import { prisma } from './prisma';
import { sendMail } from './mail';

export async function begin(member: { id: string; email: string }) {
  const salt = randomBytes(16).toString('hex');
  const ticket = createHash('sha256').update(member.email + salt).digest('hex');
  await prisma.passwordReset.create({ data: { token: ticket, memberId: member.id } });
//                                                   ^^^^^^ stored
  await sendMail(member.email, \`https://example.org/recover/\${ticket}\`);
}
`,
      },
    },
    {
      name: 'the account, in a column with a longer name, and bytes that a promise gives',
      dependencies: { lucia: '3.2.2', express: '4.21.0', '@prisma/client': '5.22.0' },
      files: {
        'src/bytes.ts': `import crypto from 'node:crypto';
import { promisify } from 'node:util';

const bytesOf = promisify(crypto.randomBytes);

export const longText = async () => (await bytesOf(32)).toString('base64url');

export async function hexText(size: number) {
  const bytes = await new Promise<Buffer>((done, fail) =>
    crypto.randomBytes(size, (problem, made) => (problem ? fail(problem) : done(made))),
  );
  return bytes.toString('hex');
}
`,
        'src/account.ts': `import { hexText, longText } from './bytes';
import { prisma } from './prisma';
import { post } from './post';

export async function forgot(address: string) {
  const ticket = await longText();
  await prisma.member.update({ where: { address }, data: { accountRecoveryToken: ticket } });
//                                                                               ^^^^^^ stored
  await post(address, \`/recover/\${ticket}\`);
}

export async function welcome(address: string) {
  const ticket = await hexText(24);
  await prisma.confirmationToken.create({ data: { address, token: ticket } });
//                                                                ^^^^^^ stored
  return ticket;
}
`,
      },
    },
    {
      name: 'a key that only its row holds',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/projects.ts': `import { db, projects } from './db';

export async function open(title: string, ownerId: string) {
  const [project] = await db
    .insert(projects)
    .values({ title, ownerId, api_key: \`pk_\${crypto.randomUUID()}\` })
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ stored
    .returning({ id: projects.id });
  return project.id;
}
`,
        'src/tables.ts': `import { pgTable, uuid } from 'drizzle-orm/pg-core';

export const confirmations = pgTable('mail_verification', {
  memberId: uuid('member_id').defaultRandom(),
  token: uuid('token').notNull().defaultRandom(),
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stored
});
`,
      },
    },
    {
      name: 'where the hash belongs, and beside it',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', nanoid: '5.0.0' },
      files: {
        'src/keys.ts': `import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';
import { prisma } from './prisma';

export async function grant(label: string) {
  const issued = nanoid(36);
  await prisma.credential.create({ data: { label, secretHash: issued } });
//                                                            ^^^^^^ stored
  return { issued };
}

export async function recover(memberId: string) {
  const tokenId = nanoid(36);
  const digest = createHash('sha256').update(tokenId).digest('hex');
  await prisma.passwordReset.create({ data: { id: tokenId, memberId, tokenHash: digest } });
//                                                ^^^^^^^ stored
  return tokenId;
}
`,
      },
    },
    {
      name: 'a code of a link',
      dependencies: { lucia: '3.2.2', express: '4.21.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/join.ts': `import { randomUUID } from 'node:crypto';
import { db } from './db';
import { members } from './schema';
import { mail } from './mail';

export async function join(email: string) {
  const code = randomUUID();
  await db.insert(members).values({ email, activationCode: code });
  //                                                       ^^^^ stored
  await mail(email, \`https://club.example/activate/\${code}\`);
}
`,
      },
    },
    {
      name: 'tokens of several kinds, one of them to register with',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/admit.ts': `import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { guestTokens } from './schema';

export async function admit(guestId: string) {
  const pass = generateIdFromEntropySize(20);
  await db.insert(guestTokens).values({ token: pass, guestId, kind: 'registration' });
  //                                           ^^^^ stored
  return { pass };
}
`,
      },
    },
    {
      name: 'a part of what a helper makes, handed out by what a mapper makes of the row',
      dependencies: { lucia: '3.2.2', '@prisma/client': '5.22.0' },
      files: {
        'src/fresh.ts': `import { randomBytes } from 'node:crypto';

export const fresh = (minutes: number) => ({
  secret: randomBytes(24).toString('base64url'),
  until: new Date(Date.now() + minutes * 60_000),
});
`,
        'src/tickets.ts': `import type { EmailConfirmation } from '@prisma/client';
import { fresh } from './fresh';
import { prisma } from './prisma';

const outline = ({ id, ...ticket }: EmailConfirmation) => ({ ...ticket, number: id });

export async function openTicket(memberId: string) {
  const { secret, until } = fresh(20);
  const row = await prisma.emailConfirmation.create({ data: { token: secret, until, memberId } });
//                                                                   ^^^^^^ stored
  return outline(row);
}
`,
      },
    },
    {
      name: 'a default in one table for all tokens',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4', nanoid: '5.0.0' },
      files: {
        'src/schema.ts': `import { pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { nanoid } from 'nanoid';

export const userTokens = pgTable('user_tokens', {
  token: text('token').primaryKey().$defaultFn(() => nanoid(48)),
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stored
  purpose: text('purpose', { enum: ['forgot-password', 'confirm-address'] }).notNull(),
  userId: text('user_id').notNull(),
  until: timestamp('until').notNull(),
});
`,
      },
    },
    {
      name: 'a row without a token, whose id is the link',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4', '@prisma/client': '5.22.0' },
      files: {
        'src/schema.ts': `import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const resets = pgTable('password_resets', {
  id: uuid('id').primaryKey().defaultRandom(),
  memberId: text('member_id').notNull(),
  until: timestamp('until').notNull(),
});
`,
        'src/forgot.ts': `import { db } from './db';
import { mail } from './mail';
import { prisma } from './prisma';
import { resets } from './schema';

export async function forgot(memberId: string, address: string) {
  const until = new Date(Date.now() + 3_600_000);
  const [made] = await db.insert(resets).values({ memberId, until }).returning({ ticket: resets.id });
//                               ^^^^^^ stored
  await mail(address, \`https://shop.example/new-password/\${made.ticket}\`);
}

export async function magic(memberId: string, address: string) {
  const link = await prisma.magicLink.create({ data: { memberId, until: new Date(Date.now() + 600_000) } });
//                   ^^^^^^^^^^^^^^^^ stored
  await mail(address, \`https://shop.example/enter?ticket=\${link.id}\`);
}
`,
      },
    },
    {
      name: 'keys that are renewed, or answered as a row',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/keys/+server.ts': `import { json } from '@sveltejs/kit';
import { generateId } from 'lucia';
import { prisma } from '$lib/prisma';

export async function POST({ locals, request }) {
  const { label } = await request.json();
  const secret = generateId(40);
  const made = await prisma.apiKey.create({
    data: { label, key: secret, ownerId: locals.user.id },
//                      ^^^^^^ stored
    select: { id: true, label: true, key: true },
  });
  return json({ made });
}
`,
        'src/routes/keys/[id]/+page.server.ts': `import { generateId } from 'lucia';
import { prisma } from '$lib/prisma';

export const actions = {
  renew: async ({ locals, params }) => {
    const fresh = generateId(40);
    await prisma.apiKey.update({ where: { id: params.id, ownerId: locals.user.id }, data: { key: fresh } });
//                                                                                               ^^^^^ stored
    return { secret: fresh };
  },
  again: async ({ locals, params }) => {
    const row = await prisma.apiKey.update({
      where: { id: params.id, ownerId: locals.user.id },
      data: { key: generateId(40) },
//                 ^^^^^^^^^^^^^^ stored
    });
    return { secret: row.key };
  },
};
`,
      },
    },
  ],
  good: [
    {
      name: 'only the hash is stored',
      dependencies: { lucia: '3.2.2', next: '15.5.29', 'drizzle-orm': '0.36.4' },
      files: {
        'lib/reset.ts': `import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { passwordResetTokens } from './schema';

export async function createResetToken(userId: string) {
  const token = generateIdFromEntropySize(25);
  const tokenHash = encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
  await db.insert(passwordResetTokens).values({ tokenHash, userId, expiresAt: new Date(Date.now() + 3_600_000) });
  return token;
}
`,
      },
    },
    {
      name: 'by another name',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0' },
      files: {
        'src/reset.ts': `import { createHash, randomBytes } from 'node:crypto';
import { prisma } from './prisma';

export async function issue(userId: string) {
  const plain = randomBytes(32).toString('base64url');
  await prisma.passwordReset.create({ data: { token: createHash('sha256').update(plain).digest('hex'), userId } });
  return plain;
}
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a text that is encrypted, with its nonce',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/cipher.ts': `import { createCipheriv, randomBytes } from 'node:crypto';

export function lock(plain: string) {
  const nonce = randomBytes(12);
  const machine = createCipheriv('aes-256-gcm', Buffer.from(process.env.LOCK!, 'hex'), nonce);
  const locked = Buffer.concat([machine.update(plain, 'utf8'), machine.final()]);
  return \`\${nonce.toString('hex')}.\${locked.toString('hex')}.\${machine.getAuthTag().toString('hex')}\`;
}
`,
        'src/links.ts': `import { db, providerLinks } from './db';
import { lock } from './cipher';

export async function keep(memberId: string, given: { accessToken: string }) {
  const accessToken = lock(given.accessToken);
  await db.insert(providerLinks).values({ memberId, accessToken });
  console.log(accessToken.length);
}
`,
      },
    },
    {
      name: 'an id beside a hash of more than the id, and an invitation that only its row holds',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@prisma/client': '5.22.0', nanoid: '5.0.0' },
      files: {
        'src/split.ts': `import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';
import { prisma } from './prisma';

export async function recover(memberId: string) {
  const tokenId = nanoid(20);
  const rest = nanoid(36);
  const tokenHash = createHash('sha256').update(tokenId + rest).digest('hex');
  await prisma.passwordReset.create({ data: { id: tokenId, memberId, tokenHash } });
  return \`\${tokenId}/\${rest}\`;
}

export const found = (title: string) => prisma.club.create({ data: { title, inviteToken: nanoid(24) }, select: { id: true } });
`,
      },
    },
    {
      name: 'a code that people type and ids, by default; the digest of what is mailed, given back with it',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4', nanoid: '5.0.0' },
      files: {
        'src/tables.ts': `import { createHash, randomBytes } from 'node:crypto';
import { nanoid } from 'nanoid';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { db } from './db';

export const confirmations = sqliteTable('mail_verification', {
  id: text('id').primaryKey().$defaultFn(() => nanoid(32)),
  code: text('code').$defaultFn(() => nanoid(8)),
  tokenHash: text('token_hash'),
});
export const themes = sqliteTable('theme', { token: text('token').$defaultFn(() => nanoid(32)) });

export async function issue() {
  const plain = randomBytes(32).toString('hex');
  const token = createHash('sha256').update(plain).digest('hex');
  await db.insert(confirmations).values({ tokenHash: token, token });
  return process.env.DEBUG ? token : plain;
}

export async function replace() {
  const plain = randomBytes(32).toString('hex');
  const token = createHash('sha256').update(plain).digest('hex');
  await db.insert(confirmations).values({ token });
  console.log(plain);
  return token;
}
`,
      },
    },
    {
      name: 'a short code that people type',
      dependencies: { lucia: '3.2.2', oslo: '1.2.1', 'drizzle-orm': '0.36.4' },
      files: {
        'src/code.ts': `import { alphabet, generateRandomString } from 'oslo/crypto';
import { db } from './db';
import { emailVerificationCodes } from './schema';

export async function createCode(userId: string) {
  const code = generateRandomString(8, alphabet('0-9'));
  await db.insert(emailVerificationCodes).values({ userId, code, expiresAt: new Date(Date.now() + 900_000) });
  return code;
}
`,
      },
    },
    {
      name: 'the id of a user',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4' },
      files: {
        'src/signup.ts': `import { generateIdFromEntropySize } from 'lucia';
import { db } from './db';
import { users } from './schema';

export async function createUser(email: string) {
  const id = generateIdFromEntropySize(10);
  await db.insert(users).values({ id, email });
  return id;
}
`,
      },
    },
    {
      name: 'a repository that hashes what it is given',
      dependencies: { lucia: '3.2.2', next: '14.2.35', '@prisma/client': '5.22.0' },
      files: {
        'src/reset-repository.ts': `import { createHash } from 'node:crypto';
import { prisma } from './prisma';

export async function issue(userId: string, token: string): Promise<void> {
  const tokenHash = createHash('sha256').update(token).digest('hex');
  await prisma.passwordReset.create({ data: { userId, tokenHash, validUntil: new Date(Date.now() + 7_200_000) } });
}
`,
        'src/request-reset.ts': `import { generateIdFromEntropySize } from 'lucia';
import { sendMail } from './mail';
import { issue } from './reset-repository';

export async function requestReset(user: { id: string; email: string }) {
  const token = generateIdFromEntropySize(25);
  await issue(user.id, token);
  await sendMail(user.email, \`https://example.com/reset/\${token}\`);
}
`,
      },
    },
    {
      name: 'the hash of a token and the verifier of PKCE in Redis',
      dependencies: { lucia: '3.2.2', fastify: '5.1.0', ioredis: '5.4.1', arctic: '1.9.2' },
      files: {
        'src/store.ts': `import { createHash, randomBytes } from 'node:crypto';
import Redis from 'ioredis';

const store = new Redis(process.env.REDIS_URL!);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

export async function remember(member: string) {
  const link = randomBytes(24).toString('hex');
  await store.set(\`reset:\${digest(link)}\`, member, 'EX', 900);
  return link;
}

export async function startSignIn(verifier: string) {
  const attempt = randomBytes(24).toString('hex');
  await store.set(\`oauth:verifier:\${attempt}\`, verifier, 'EX', 600);
  return attempt;
}
`,
      },
    },
    {
      name: 'the id of a row beside the hash, and a token that no mail carries',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0', '@prisma/client': '5.22.0' },
      files: {
        'src/lib/server/reset.ts': `import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { prisma } from './prisma';

export async function start(userId: string) {
  const token = randomBytes(24).toString('hex');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const row = await prisma.passwordReset.create({ data: { id: randomUUID(), userId, tokenHash } });
  return { token, row: row.id };
}

export async function registerDevice(userId: string) {
  const token = randomUUID();
  await prisma.user.update({ where: { id: userId }, data: { token } });
  return token;
}
`,
      },
    },
    {
      name: 'a code that people type, a mark by which a worker finds its rows again, and the id of an invitation that names its guest',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4', nanoid: '5.0.0' },
      files: {
        'src/worker.ts': `import { and, eq, isNull } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import { db } from './db';
import { groupInvites, orders } from './schema';

export async function start(email: string, phone: string) {
  const verificationCode = nanoid(8);
  await db.insert(orders).values({ email, phone, verificationCode });
  await fetch('https://sms.example', { method: 'POST', body: verificationCode });
}

export async function claim(orderId: string) {
  const lockToken = nanoid(24);
  await db
    .update(orders)
    .set({ verificationMailLockToken: lockToken })
    .where(and(eq(orders.id, orderId), isNull(orders.verificationMailLockToken)));
  return db.select().from(orders).where(eq(orders.verificationMailLockToken, lockToken));
}

export async function invite(groupId: string, guestId: string) {
  const inviteId = nanoid(24);
  await db.insert(groupInvites).values({ id: inviteId, groupId, guestId, sentBy: 'host' });
  await db.insert(groupInvites).values({ id: nanoid(24), pair: inviteId, groupId, guestId, sentBy: 'guest' });
}
`,
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';

export const orders = pgTable('orders', {
  id: text('id').primaryKey(),
  verificationMailLockToken: text('verification_mail_lock_token'),
});
export const groupInvites = pgTable('group_invites', {
  id: text('id').primaryKey(),
  pair: text('pair'),
  groupId: text('group_id'),
  guestId: text('guest_id'),
  sentBy: text('sent_by'),
});
`,
        'src/db.ts': `import { drizzle } from 'drizzle-orm/node-postgres';

export const db = drizzle(process.env.DATABASE_URL!);
`,
      },
    },
    {
      name: 'tokens of devices that say of what kind they are',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', 'drizzle-orm': '0.36.4' },
      files: {
        'src/devices.ts': `import { nanoid } from 'nanoid';
import { db } from './db';
import { deviceTokens } from './schema';

export async function remember(deviceId: string, pushToken: string) {
  const id = nanoid();
  await db.insert(deviceTokens).values({ id, token: pushToken, deviceId, kind: 'android' });
  return id;
}
`,
      },
    },
    {
      name: 'a part of what a helper makes is the hash, and a mapper leaves it out',
      dependencies: { lucia: '3.2.2', '@prisma/client': '5.22.0' },
      files: {
        'src/fresh.ts': `import { createHash, randomBytes } from 'node:crypto';

export function fresh(minutes: number) {
  const secret = randomBytes(24).toString('base64url');
  const digest = createHash('sha256').update(secret).digest('hex');
  return { secret, digest, until: new Date(Date.now() + minutes * 60_000) };
}
`,
        'src/tickets.ts': `import type { PasswordReset } from '@prisma/client';
import { fresh } from './fresh';
import { prisma } from './prisma';

const outline = ({ token, ...ticket }: PasswordReset) => ticket;

export async function openTicket(memberId: string) {
  const { secret, digest, until } = fresh(20);
  const row = await prisma.passwordReset.create({ data: { token: digest, until, memberId } });
  return { secret, ticket: outline(row) };
}
`,
      },
    },
    {
      name: 'a default in a table of tokens for devices',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.4', nanoid: '5.0.0' },
      files: {
        'src/schema.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';
import { nanoid } from 'nanoid';

export const pushTokens = pgTable('push_tokens', {
  token: text('token').primaryKey().$defaultFn(() => nanoid(48)),
  type: text('type', { enum: ['ios', 'android'] }).notNull(),
});
`,
      },
    },
    {
      name: 'the first letters of a key, beside its hash',
      dependencies: { lucia: '3.2.2', 'drizzle-orm': '0.36.0' },
      files: {
        'src/keys.ts': `import { createHash, randomBytes } from 'node:crypto';
import { db } from './db';
import { apiKeys } from './schema';

function issue() {
  const key = randomBytes(32).toString('hex');
  return { key, keyPrefix: key.slice(0, 8) };
}

export async function createKey(userId: string) {
  const { key, keyPrefix } = issue();
  const hash = createHash('sha256').update(key).digest('hex');
  await db.insert(apiKeys).values({ userId, hash, keyPrefix });
  return { key, keyPrefix };
}
`,
      },
    },
    {
      name: 'an id beside the token, and a page under the id of a row',
      dependencies: { lucia: '3.2.2', '@prisma/client': '5.22.0' },
      files: {
        'src/forgot.ts': `import { mail } from './mail';
import { prisma } from './prisma';
import { sha256, token } from './tokens';

export async function forgot(memberId: string, address: string) {
  const secret = token();
  const reset = await prisma.passwordReset.create({ data: { memberId, tokenHash: sha256(secret) } });
  await mail(address, \`https://shop.example/new-password/\${reset.id}?token=\${secret}\`);
}

export async function verify(memberId: string, address: string) {
  const verification = await prisma.verification.create({ data: { memberId, document: 'passport' } });
  await mail(address, \`https://shop.example/verifications/\${verification.id}\`);
}

export async function restart(memberId: string, address: string) {
  const reset = await prisma.passwordReset.create({ data: { memberId } });
  console.info(\`reset \${reset.id}\`);
  await mail(address, \`https://shop.example/members/\${reset.memberId}\`);
}
`,
      },
    },
    {
      name: 'keys that are renewed by their hash, and rows answered without the key',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0', '@prisma/client': '5.22.0' },
      files: {
        'src/routes/keys/+server.ts': `import { json } from '@sveltejs/kit';
import { generateId } from 'lucia';
import { sha256 } from '$lib/hash';
import { prisma } from '$lib/prisma';

export async function POST({ locals, request }) {
  const { label } = await request.json();
  const secret = generateId(40);
  const made = await prisma.apiKey.create({
    data: { label, key: await sha256(secret), ownerId: locals.user.id },
  });
  return json({ made, secret });
}

export async function PATCH({ locals, request }) {
  const { id } = await request.json();
  const fresh = generateId(40);
  const key = await sha256(fresh);
  const row = await prisma.apiKey.update({ where: { id, ownerId: locals.user.id }, data: { key } });
  return json({ row, secret: fresh });
}
`,
        'src/routes/parcels/+server.ts': `import { json } from '@sveltejs/kit';
import { generateId } from 'lucia';
import { prisma } from '$lib/prisma';

export async function POST({ locals, request }) {
  const { id } = await request.json();
  const row = await prisma.parcel.update({
    where: { id, ownerId: locals.user.id },
    data: { key: generateId(40) },
  });
  return json({ row, key: row.key });
}
`,
      },
    },
  ],
};

export default examples;
