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
  ],
};

export default examples;
