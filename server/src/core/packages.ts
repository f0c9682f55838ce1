import { own } from './syntax';

/**
 * What the analysis knows of packages: which export does what. Source: the packages' own type declarations
 * (lucia 3.2.2, oslo 1.2.1, arctic 1.9/2.3/3.7, @node-rs/argon2 2, @node-rs/bcrypt 1, argon2 0.4x, bcrypt 5/6, bcryptjs 2/3).
 */

export const LUCIA_METHODS = [
  'validateSession',
  'createSession',
  'createSessionCookie',
  'createBlankSessionCookie',
  'invalidateSession',
  'invalidateUserSessions',
  'deleteExpiredSessions',
  'getUserSessions',
  'readSessionCookie',
  'readBearerToken',
] as const;
export type LuciaMethod = (typeof LUCIA_METHODS)[number];

/** Names that no other common library has: evidence enough in a project that depends on Lucia when an import cannot be resolved. */
export const DISTINCTIVE_METHODS: ReadonlySet<string> = new Set([
  'validateSession',
  'createSessionCookie',
  'createBlankSessionCookie',
  'invalidateSession',
  'invalidateUserSessions',
  'readSessionCookie',
  'readBearerToken',
  'deleteExpiredSessions',
  'getUserSessions',
]);

export const ASYNC_LUCIA_METHODS: ReadonlySet<string> = new Set([
  'validateSession',
  'createSession',
  'invalidateSession',
  'invalidateUserSessions',
  'deleteExpiredSessions',
  'getUserSessions',
]);

/** What exchanges an OAuth code in packages other than arctic: the method or function, and who has it. */
export const CODE_EXCHANGES: Readonly<Record<string, readonly string[]>> = {
  getToken: ['google-auth-library', 'googleapis', 'googleapis-common', 'simple-oauth2'],
  getTokenAsync: ['google-auth-library', 'googleapis'],
  exchangeAuthCodeForAccessToken: ['linkedin-api-client'],
  tokenRequest: ['discord-oauth2'],
  createToken: ['@octokit/oauth-app'],
  exchangeWebFlowCode: ['@octokit/oauth-methods'],
};

/** A file that exchanges an OAuth code, or checks an id token that stands for one, has one of these words. */
export const EXCHANGE_WORDS = new RegExp(
  ['validateAuthorizationCode', 'authorization_code', 'client_secret', 'verifyIdToken']
    .concat(...Object.values(CODE_EXCHANGES).map((names) => names.map((name) => `['"]${name}['"]`)))
    .join('|'),
);

export type HashScheme = 'argon2' | 'bcrypt' | 'scrypt' | 'pbkdf2' | 'digest' | 'unknown';

export interface PasswordApi {
  readonly action: 'hash' | 'verify';
  readonly scheme: HashScheme;
  /** Positions of the arguments. */
  readonly password: number;
  readonly hash?: number;
  readonly options?: number;
  readonly async: boolean;
  /** The arguments are properties of one object. */
  readonly named?: { readonly password: string; readonly hash?: string };
}

const hashApi = (scheme: HashScheme, async = true, options = 1): PasswordApi => ({
  action: 'hash',
  scheme,
  password: 0,
  options,
  async,
});
const verifyApi = (scheme: HashScheme, hash: number, password: number, async = true): PasswordApi => ({
  action: 'verify',
  scheme,
  hash,
  password,
  async,
});

const BCRYPT: Readonly<Record<string, PasswordApi>> = {
  hash: hashApi('bcrypt'),
  hashSync: hashApi('bcrypt', false),
  compare: verifyApi('bcrypt', 1, 0),
  compareSync: verifyApi('bcrypt', 1, 0, false),
};

/** Functions exported by password packages, by package and name. */
const PASSWORD_FUNCTIONS: Readonly<Record<string, Readonly<Record<string, PasswordApi>>>> = {
  '@node-rs/argon2': {
    hash: hashApi('argon2'),
    hashSync: hashApi('argon2', false),
    hashRaw: hashApi('argon2'),
    verify: verifyApi('argon2', 0, 1),
    verifySync: verifyApi('argon2', 0, 1, false),
  },
  argon2: { hash: hashApi('argon2'), verify: verifyApi('argon2', 0, 1) },
  'argon2-browser': {
    hash: { ...hashApi('argon2'), named: { password: 'pass' } },
    verify: { ...verifyApi('argon2', 0, 0), named: { password: 'pass', hash: 'encoded' } },
  },
  'hash-wasm': {
    argon2id: { ...hashApi('argon2'), named: { password: 'password' } },
    argon2i: { ...hashApi('argon2'), named: { password: 'password' } },
    argon2d: { ...hashApi('argon2'), named: { password: 'password' } },
    argon2Verify: { ...verifyApi('argon2', 0, 0), named: { password: 'password', hash: 'hash' } },
    bcrypt: { ...hashApi('bcrypt'), named: { password: 'password' } },
    bcryptVerify: { ...verifyApi('bcrypt', 0, 0), named: { password: 'password', hash: 'hash' } },
    scrypt: { ...hashApi('scrypt'), named: { password: 'password' } },
  },
  bcrypt: BCRYPT,
  bcryptjs: BCRYPT,
  'bcrypt-ts': BCRYPT,
  '@node-rs/bcrypt': {
    ...BCRYPT,
    verify: verifyApi('bcrypt', 1, 0),
    verifySync: verifyApi('bcrypt', 1, 0, false),
  },
  'scrypt-kdf': { kdf: hashApi('scrypt'), verify: verifyApi('scrypt', 0, 1) },
  crypto: {
    scrypt: hashApi('scrypt', false, 3),
    scryptSync: hashApi('scrypt', false, 3),
    pbkdf2: hashApi('pbkdf2', false, 2),
    pbkdf2Sync: hashApi('pbkdf2', false, 2),
  },
  '@noble/hashes/scrypt': { scrypt: hashApi('scrypt', false, 2), scryptAsync: hashApi('scrypt', true, 2) },
  '@noble/hashes/scrypt.js': { scrypt: hashApi('scrypt', false, 2), scryptAsync: hashApi('scrypt', true, 2) },
  '@noble/hashes/pbkdf2': { pbkdf2: hashApi('pbkdf2', false, 3), pbkdf2Async: hashApi('pbkdf2', true, 3) },
  '@noble/hashes/argon2': { argon2id: hashApi('argon2', false, 2), argon2idAsync: hashApi('argon2', true, 2) },
};

/** Classes whose instances hash and verify, by package and name. */
const PASSWORD_CLASSES: Readonly<Record<string, Readonly<Record<string, HashScheme>>>> = {
  'oslo/password': { Argon2id: 'argon2', Scrypt: 'scrypt', Bcrypt: 'bcrypt' },
  lucia: { Scrypt: 'scrypt', LegacyScrypt: 'scrypt' },
};

const normalized = (module: string): string => (module === 'node:crypto' ? 'crypto' : module);

export function passwordFunction(module: string, name: string): PasswordApi | undefined {
  const functions = own(PASSWORD_FUNCTIONS, normalized(module));
  return functions && own(functions, name);
}

/** hash(password) or verify(hash, password) of an instance of a password class. */
export function passwordMethod(module: string, className: string, method: string): PasswordApi | undefined {
  const classes = own(PASSWORD_CLASSES, module);
  const scheme = classes && own(classes, className);
  if (!scheme) return undefined;
  if (method === 'hash') return { ...hashApi(scheme), options: undefined } as PasswordApi;
  if (method === 'verify') return verifyApi(scheme, 0, 1);
  return undefined;
}

export function isPasswordPackage(module: string): boolean {
  return Object.hasOwn(PASSWORD_FUNCTIONS, module) || Object.hasOwn(PASSWORD_CLASSES, module);
}

/** Exports that end the function they are called in (they throw). `from` limits them to a major version and up. */
export const NEVER_RETURNING: Readonly<Record<string, readonly { name: string; package?: string; from?: number }[]>> = {
  'next/navigation': [
    { name: 'redirect' },
    { name: 'permanentRedirect' },
    { name: 'notFound' },
    { name: 'forbidden' },
    { name: 'unauthorized' },
  ],
  'next-intl/navigation': [{ name: 'redirect' }],
  '@sveltejs/kit': [
    { name: 'redirect', package: '@sveltejs/kit', from: 2 },
    { name: 'error', package: '@sveltejs/kit', from: 2 },
  ],
  'sveltekit-flash-message/server': [{ name: 'redirect' }],
};

export const STATE_GENERATORS: ReadonlySet<string> = new Set(['generateState', 'generateCodeVerifier']);
