import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a secret of the configuration of Nuxt',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/api/hooks/sweep.post.ts': `import { lucia } from '../../utils/auth';

export default defineEventHandler(async (event) => {
  const config = useRuntimeConfig(event);
  const sent = getHeader(event, 'x-sweep-key');
  if (sent !== config.sweepKey) throw createError({ statusCode: 403 });
//    ^^^^^^^^^^^^^^^^^^^^^^^^ secret
  if (getHeader(event, 'x-build') !== config.public.buildKey) return { swept: false };
  await lucia.deleteExpiredSessions();
  return { swept: true };
});
`,
      },
    },
    {
      name: 'a derived key compared as text',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/password.ts': `import { scryptSync } from 'node:crypto';

export function matches(stored: string, password: string) {
  const [salt, key] = stored.split(':');
  const typed = scryptSync(password, salt ?? '', 64).toString('hex');
  return typed === key;
//       ^^^^^^^^^^^^^ hash
}
`,
      },
      fixed: {
        'src/password.ts': `import { scryptSync, timingSafeEqual } from 'node:crypto';

/** Whether two texts are the same, in a time that does not tell where they differ. */
function isSameText(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

export function matches(stored: string, password: string) {
  const [salt, key] = stored.split(':');
  const typed = scryptSync(password, salt ?? '', 64).toString('hex');
  return isSameText(typed, key);
}
`,
      },
    },
    {
      name: 'a shared secret of a cron route',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/api/cleanup/route.ts': `import { lucia } from '../../../lib/auth';

export async function GET(request: Request) {
  const header = request.headers.get('authorization');
  if (header !== \`Bearer \${process.env.CRON_SECRET}\`) return new Response(null, { status: 401 });
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret
  await lucia.deleteExpiredSessions();
  return new Response(null);
}
`,
      },
      fixed: {
        'app/api/cleanup/route.ts': `import { lucia } from '../../../lib/auth';
import { timingSafeEqual } from 'node:crypto';

/** Whether two texts are the same, in a time that does not tell where they differ. */
function isSameText(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

export async function GET(request: Request) {
  const header = request.headers.get('authorization');
  if (!isSameText(header, \`Bearer \${process.env.CRON_SECRET}\`)) return new Response(null, { status: 401 });
  await lucia.deleteExpiredSessions();
  return new Response(null);
}
`,
      },
    },
    {
      name: 'the signature of a webhook, in double quotes without semicolons',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/hook.ts': `import { createHmac } from "node:crypto"
import { Hono } from "hono"
import { removeUser } from "./users"

const sign = (text: string) => createHmac("sha256", process.env.HOOK_SECRET!).update(text).digest("hex")

export const hook = new Hono()

// Called by the shop.
hook.post("/hooks/user-deleted", async (c) => {
  const body = await c.req.text()
  if (c.req.header("x-signature") !== sign(body)) return c.body(null, 401)
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
  await removeUser(JSON.parse(body).id)
  return c.body(null, 204)
})
`,
        'src/users.ts': `export async function removeUser(id: string) {
  console.info("removed", id);
}
`,
      },
      fixed: {
        'src/hook.ts': `import { createHmac, timingSafeEqual } from "node:crypto"
import { Hono } from "hono"
import { removeUser } from "./users"

const sign = (text: string) => createHmac("sha256", process.env.HOOK_SECRET!).update(text).digest("hex")

export const hook = new Hono()

/** Whether two texts are the same, in a time that does not tell where they differ. */
function isSameText(a: unknown, b: unknown): boolean {
  if (typeof a !== "string" || typeof b !== "string") return false
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

// Called by the shop.
hook.post("/hooks/user-deleted", async (c) => {
  const body = await c.req.text()
  if (!isSameText(c.req.header("x-signature"), sign(body))) return c.body(null, 401)
  await removeUser(JSON.parse(body).id)
  return c.body(null, 204)
})
`,
      },
    },
    {
      name: 'a key in CommonJS',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/admin.js': `const express = require('express');
const { randomUUID } = require('crypto');

const admin = express.Router();
admin.post('/admin/invite', (req, res) => {
  if (req.headers['x-api-key'] === process.env.ADMIN_API_KEY) {
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret
    return res.json({ code: randomUUID() });
  }
  res.status(401).end();
});

module.exports = { admin };
`,
      },
      fixed: {
        'src/admin.js': `const express = require('express');
const { randomUUID, timingSafeEqual } = require('crypto');

const admin = express.Router();

/** Whether two texts are the same, in a time that does not tell where they differ. */
function isSameText(a, b) {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

admin.post('/admin/invite', (req, res) => {
  if (isSameText(req.headers['x-api-key'], process.env.ADMIN_API_KEY)) {
    return res.json({ code: randomUUID() });
  }
  res.status(401).end();
});

module.exports = { admin };
`,
      },
    },
    {
      name: 'the project compares in constant time elsewhere in the file',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/routes/api/purge/+server.ts': `import crypto from 'crypto';
import { env } from '$env/dynamic/private';
import { lucia } from '$lib/server/auth';

const safeEqual = (one: unknown, other: unknown) => {
	if (typeof one !== 'string' || typeof other !== 'string') return false;
	const a = Buffer.from(one);
	const b = Buffer.from(other);
	return a.byteLength === b.byteLength && crypto.timingSafeEqual(a, b);
};

export async function DELETE({ request }) {
	const token = request.headers.get('x-purge-token');
	if (token !== env.PURGE_TOKEN) return new Response(null, { status: 403 });
//   ^^^^^^^^^^^^^^^^^^^^^^^^^ secret
	await lucia.deleteExpiredSessions();
	return new Response(null);
}

export async function GET({ request }) {
	return new Response(null, { status: safeEqual(request.headers.get('x-probe'), env.PROBE) ? 200 : 403 });
}
`,
      },
      fixed: {
        'src/routes/api/purge/+server.ts': `import crypto from 'crypto';
import { env } from '$env/dynamic/private';
import { lucia } from '$lib/server/auth';

const safeEqual = (one: unknown, other: unknown) => {
	if (typeof one !== 'string' || typeof other !== 'string') return false;
	const a = Buffer.from(one);
	const b = Buffer.from(other);
	return a.byteLength === b.byteLength && crypto.timingSafeEqual(a, b);
};

export async function DELETE({ request }) {
	const token = request.headers.get('x-purge-token');
	if (!safeEqual(token, env.PURGE_TOKEN)) return new Response(null, { status: 403 });
	await lucia.deleteExpiredSessions();
	return new Response(null);
}

export async function GET({ request }) {
	return new Response(null, { status: safeEqual(request.headers.get('x-probe'), env.PROBE) ? 200 : 403 });
}
`,
      },
    },
    {
      name: 'a worker whose packages have a comparison',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', wrangler: '3.90.0', '@oslojs/crypto': '1.0.1' },
      files: {
        'src/cleanup.ts': `import { Hono } from 'hono';

export const cleanup = new Hono<{ Bindings: { CLEANUP_SECRET: string } }>();

cleanup.post('/cleanup', (c) => {
  if (c.req.header('authorization') !== \`Bearer \${c.env.CLEANUP_SECRET}\`) return c.body(null, 401);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret
  return c.body(null, 204);
});
`,
      },
      fixed: {
        'src/cleanup.ts': `import { Hono } from 'hono';
import { constantTimeEqual } from '@oslojs/crypto/subtle';

export const cleanup = new Hono<{ Bindings: { CLEANUP_SECRET: string } }>();

/** Whether two texts are the same, in a time that does not tell where they differ. */
function isSameText(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const left = new TextEncoder().encode(a);
  const right = new TextEncoder().encode(b);
  return left.length === right.length && constantTimeEqual(left, right);
}

cleanup.post('/cleanup', (c) => {
  if (!isSameText(c.req.header('authorization'), \`Bearer \${c.env.CLEANUP_SECRET}\`)) return c.body(null, 401);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a worker without a comparison in constant time has no fix',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', wrangler: '3.90.0' },
      files: {
        'src/cleanup.ts': `import { Hono } from 'hono';

export const cleanup = new Hono<{ Bindings: { CLEANUP_SECRET: string } }>();

cleanup.post('/cleanup', (c) => {
  if (c.req.header('authorization') !== \`Bearer \${c.env.CLEANUP_SECRET}\`) return c.body(null, 401);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'the hash of a token that was sent',
      dependencies: { lucia: '3.2.2', next: '14.2.35' },
      files: {
        'app/recover/route.ts': `import { createHash } from 'node:crypto';
import { askedBy, open } from '@/recovery';

export async function POST(request: Request) {
  const { mail, sent } = await request.json();
  const asked = await askedBy(mail);
  if (asked.digest === createHash('sha256').update(sent).digest('hex')) return open(asked.memberId);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
  return new Response(null, { status: 400 });
}
`,
      },
    },
    {
      name: 'keyed digests of helpers, in the encoding and with the prefix of the sender',
      dependencies: { lucia: '3.2.2', hono: '4.6.9', '@oslojs/crypto': '1.0.1', '@oslojs/encoding': '1.1.0' },
      files: {
        'src/signatures.ts': `import { hmac } from '@oslojs/crypto/hmac';
import { SHA256 } from '@oslojs/crypto/sha2';
import { createHmac } from 'node:crypto';

export const seal = (text: string) => createHmac('sha512', process.env.SEAL!).update(text).digest();
export const mac = (bytes: Uint8Array) => hmac(SHA256, new TextEncoder().encode(process.env.SEAL), bytes);
export const signed = (key: CryptoKey, bytes: Uint8Array) => crypto.subtle.sign('HMAC', key, bytes);
`,
        'src/hooks.ts': `import { encodeHexLowerCase } from '@oslojs/encoding';
import { mac, seal, signed } from './signatures';

export async function accepts(request: Request, key: CryptoKey) {
  const text = await request.text();
  const bytes = new TextEncoder().encode(text);
  const sent = request.headers.get('x-seal');
  const wanted = seal(text);
  if (sent === wanted.toString('base64url')) return true;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
  if (sent === \`v1=\${seal(text).toString('hex')}\`) return true;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
  if (encodeHexLowerCase(mac(bytes)) === sent) return true;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
  const raw = await signed(key, bytes);
  return sent === 'v2=' + Buffer.from(raw).toString('hex');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
}
`,
      },
    },
    {
      name: 'the hash of a token that a helper makes as bytes',
      dependencies: { lucia: '3.2.2', hono: '4.6.9' },
      files: {
        'src/reset.ts': `import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { findReset } from './resets';

const digestOf = (text: string) => createHash('sha256').update(text).digest();

export const reset = new Hono().post('/reset/:id', async (c) => {
  const { token } = await c.req.parseBody<{ token: string }>();
  const row = await findReset(c.req.param('id'));
  if (row?.tokenHash !== digestOf(token).toString('hex')) return c.body(null, 400);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a helper compares a stored hash with the digest of what it is given',
      dependencies: { lucia: '3.2.2', h3: '1.13.0', nuxt: '3.14.0' },
      files: {
        'server/api/confirm.post.ts': `import { createHash } from 'node:crypto';
import { requests } from '../utils/requests';

const digest = (value: string) => createHash('sha256').update(value).digest('hex');

function matches(stored: string, given: string) {
  return digest(given) === stored;
//       ^^^^^^^^^^^^^^^^^^^^^^^^ hash
}

export default defineEventHandler(async (event) => {
  const { id, secret } = await readBody(event);
  const row = await requests.find(id);
  if (!row || !matches(row.hash, secret)) throw createError({ statusCode: 400 });
  return { ok: true };
});
`,
      },
    },
  ],
  good: [
    {
      name: 'bytes in constant time',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/password.ts': `import { scryptSync, timingSafeEqual } from 'node:crypto';

export function matches(stored: string, password: string) {
  const [salt, key] = stored.split(':');
  return timingSafeEqual(scryptSync(password, salt ?? '', 64), Buffer.from(key ?? '', 'hex'));
}
`,
      },
    },
    {
      name: "the library's verify",
      dependencies: { lucia: '3.2.2', '@node-rs/argon2': '2.2.1' },
      files: {
        'src/password.ts': `import { verify } from '@node-rs/argon2';

export const matches = (stored: string, password: string) => verify(stored, password);
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'OAuth state',
      dependencies: { lucia: '3.2.2', arctic: '1.9.2', hono: '4.6.0' },
      files: {
        'src/state.ts': `export const sameState = (fromCookie: string, fromQuery: string) => fromCookie === fromQuery;
`,
      },
    },
    {
      name: 'ids and environment names',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/owner.ts': `export function isOwner(user: { id: string }, row: { ownerId: string }) {
  return process.env.NODE_ENV === 'production' && user.id === row.ownerId;
}
`,
      },
    },
    {
      name: 'which of the own sessions this one is',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', '@oslojs/crypto': '1.0.1', '@oslojs/encoding': '1.1.0' },
      files: {
        'src/devices.ts': `import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { devicesOf } from './sessions';

export const app = new Hono();

app.get('/devices', async (c) => {
  const here = encodeHexLowerCase(sha256(new TextEncoder().encode(getCookie(c, 'session') ?? '')));
  const list = await devicesOf(c);
  return c.json(list.map((device) => ({ name: device.name, isThis: device.id === here })));
});

app.delete('/devices', async (c) => {
  const here = encodeHexLowerCase(sha256(new TextEncoder().encode(getCookie(c, 'session') ?? '')));
  if (c.req.query('device') === here) return c.text('Log out instead', 400);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'digests without a key, their length, and signatures that are verified',
      dependencies: { lucia: '3.2.2', hono: '4.6.9' },
      files: {
        'src/files.ts': `import { createHash, createHmac } from 'node:crypto';

const seal = (text: string) => createHmac('sha256', process.env.SEAL!).update(text).digest();
const etag = (text: string) => createHash('sha1').update(text).digest();

export const isSame = (file: string, known: string) => etag(file).toString('hex') === known;
export const isWhole = (sent: string, text: string) => sent.length === seal(text).toString('hex').length;
export async function isOurs(key: CryptoKey, sent: Uint8Array, bytes: Uint8Array) {
  const isValid = await crypto.subtle.verify('HMAC', key, sent, bytes);
  return isValid === true;
}
`,
      },
    },
  ],
};

export default examples;
