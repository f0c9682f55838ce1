import assert from 'node:assert/strict';
import { Browser } from './client';
import type { Answer, Call } from './client';
import type { Outside } from './outside';
import { challengeOf, providerOf } from './providers';
import type { Profile, Provider } from './providers';
import type { Store } from './stores';

/** What differs from app to app. */
export interface App {
  readonly base: string;
  readonly outside: Outside;
  /** Posts a form of the app as its page would. */
  post(
    browser: Browser,
    form: Form,
    fields: Readonly<Record<string, string>>,
    more?: Pick<Call, 'origin'>,
  ): Promise<Answer>;
  readonly account: string;
  /** Sign-in with a provider starts at `/<slug>` below this path. */
  readonly oauth: string;
  /** A page may only read cookies: the wrapper cannot write them there. */
  readonly pagesCannotWriteCookies: boolean;
  readonly verifyPath: string;
  readonly store: Store;
}

export type Form = 'login' | 'signup' | 'logout' | 'forgot' | 'reset';

export interface Check {
  readonly name: string;
  readonly run: (app: App) => Promise<string | void>;
}

/** A check of the sign-in with one provider. */
export interface OAuthCheck {
  readonly name: string;
  readonly run: (app: App, provider: Provider) => Promise<string | void>;
}

const SESSION = 'auth_session';
const PASSWORD = 'correct horse battery';
let people = 0;
const address = (): string => `person${++people}@example.com`;

const signedIn = (browser: Browser): boolean => Boolean(browser.cookie(SESSION)?.value);

async function shows(app: App, browser: Browser): Promise<boolean> {
  const answer = await browser.get(app.account);
  if (answer.status === 200) return true;
  assert.ok(
    [302, 303, 307, 401].includes(answer.status),
    `${app.account} answers ${answer.status}: ${answer.text.slice(0, 300)}`,
  );
  return false;
}

async function signUp(app: App, email = address()): Promise<{ browser: Browser; email: string }> {
  const browser = new Browser(app.base);
  const answer = await app.post(browser, 'signup', { email, password: PASSWORD });
  assert.ok(
    signedIn(browser),
    `sign-up gave no session: ${answer.status} ${answer.location} ${answer.text.slice(0, 500)}`,
  );
  return { browser, email };
}

async function logIn(
  app: App,
  email: string,
  password = PASSWORD,
  browser = new Browser(app.base),
): Promise<{ browser: Browser; answer: Answer }> {
  const answer = await app.post(browser, 'login', { email, password });
  return { browser, answer };
}

async function verifyAddress(app: App, browser: Browser, email: string): Promise<void> {
  const mail = app.outside.mails.findLast((candidate) => candidate.to === email);
  const link = /http\S+/.exec(mail?.text ?? '')?.[0];
  assert.ok(link, `no verification mail for ${email}`);
  const url = new URL(link);
  assert.equal(url.pathname, app.verifyPath);
  const answer = await browser.get(url.pathname + url.search);
  assert.ok(
    answer.status === 303 || answer.status === 302,
    `verify answers ${answer.status} ${answer.text.slice(0, 300)}`,
  );
  assert.equal(await shows(app, browser), false, 'a session from before the proof is still valid');
  const again = await new Browser(app.base).get(url.pathname + url.search);
  assert.equal(again.status, 400, 'the link works twice');
  await logIn(app, email, PASSWORD, browser);
  assert.equal(await shows(app, browser), true);
}

let profiles = 1000;
function profile(email: string, verified: boolean, hidden = false): Profile {
  return { id: ++profiles, email, verified, hidden };
}

/** Where an app sends the browser: the state and, with PKCE, the challenge. */
async function startOAuth(
  app: App,
  provider: Provider,
  browser: Browser,
): Promise<{ state: string; challenge: string | null }> {
  const answer = await browser.get(`${app.oauth}/${provider.slug}`);
  assert.equal(answer.status, 302, answer.text.slice(0, 300));
  const url = new URL(answer.location!);
  assert.equal(url.origin + url.pathname, provider.authorize);
  assert.equal(url.searchParams.get('scope'), provider.scope);
  assert.equal(url.searchParams.get('response_mode'), provider.formPost ? 'form_post' : null);
  const challenge = url.searchParams.get('code_challenge');
  assert.equal(challenge !== null, provider.pkce);
  if (provider.pkce) assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
  return { state: url.searchParams.get('state')!, challenge };
}

/** The browser comes back from the provider, by a link or with a form. */
function comeBack(
  app: App,
  provider: Provider,
  browser: Browser,
  query: Readonly<Record<string, string>>,
): Promise<Answer> {
  const path = `${app.oauth}/${provider.slug}/callback`;
  return provider.formPost
    ? browser.send({
        path,
        form: query,
        origin: new URL(provider.authorize).origin,
        headers: { Accept: 'text/html' },
        from: 'form of another site',
      })
    : browser.send({
        path: `${path}?${new URLSearchParams(query).toString()}`,
        headers: { Accept: 'text/html' },
        from: 'link of another site',
      });
}

async function oauthLogIn(
  app: App,
  provider: Provider,
  who: Profile,
  browser = new Browser(app.base),
): Promise<{ browser: Browser; answer: Answer; query: Record<string, string> }> {
  const { state, challenge } = await startOAuth(app, provider, browser);
  const query = { code: app.outside.issueCode(provider, who, challenge), state };
  const answer = await comeBack(app, provider, browser, query);
  return { browser, answer, query };
}

const userOf = (app: App, browser: Browser): Promise<string> => app.store.userOf(browser.cookie(SESSION)!.value);

const same = (a: Answer, b: Answer): void => {
  assert.equal(a.status, b.status);
  assert.equal(a.location, b.location);
  assert.equal(a.text, b.text);
};

export const CHECKS: readonly Check[] = [
  {
    name: 'sign-up gives a session that the account page accepts',
    run: async (app) => {
      assert.equal(await shows(app, new Browser(app.base)), false);
      const { browser } = await signUp(app);
      assert.equal(await shows(app, browser), true);
    },
  },
  {
    name: 'the session cookie is HttpOnly, Secure, SameSite=Lax, Path=/ and lasts',
    run: async (app) => {
      const { browser } = await signUp(app);
      const cookie = browser.cookie(SESSION)!;
      assert.equal(cookie.httpOnly, true);
      assert.equal(cookie.secure, true);
      assert.equal(cookie.sameSite, 'lax');
      assert.equal(cookie.path, '/');
      const days = Number(cookie.maxAge) / 86_400;
      assert.equal(days, app.pagesCannotWriteCookies ? 400 : 30);
      return `Max-Age ${days} days`;
    },
  },
  {
    name: 'an address signs up once',
    run: async (app) => {
      const { email } = await signUp(app);
      const browser = new Browser(app.base);
      await app.post(browser, 'signup', { email: ` ${email.toUpperCase()} `, password: PASSWORD });
      assert.equal(signedIn(browser), false);
    },
  },
  {
    name: 'a short password is refused',
    run: async (app) => {
      const browser = new Browser(app.base);
      await app.post(browser, 'signup', { email: address(), password: 'seven77' });
      assert.equal(signedIn(browser), false);
    },
  },
  {
    name: 'login works, however the address is written',
    run: async (app) => {
      const { email } = await signUp(app);
      const { browser } = await logIn(app, ` ${email.toUpperCase()}`);
      assert.equal(await shows(app, browser), true);
    },
  },
  {
    name: 'wrong password, unknown address and OAuth-only account get the same status and body',
    run: async (app) => {
      const { email } = await signUp(app);
      const viaOAuth = address();
      await oauthLogIn(app, providerOf('GitHub'), profile(viaOAuth, true));
      const wrong = await logIn(app, email, 'not the password');
      const unknown = await logIn(app, address(), 'not the password');
      const noPassword = await logIn(app, viaOAuth, 'not the password');
      same(wrong.answer, unknown.answer);
      same(wrong.answer, noPassword.answer);
      assert.ok(wrong.answer.status < 500);
      for (const { browser } of [wrong, unknown, noPassword]) assert.equal(signedIn(browser), false);
      return `${wrong.answer.status}${wrong.answer.location ? ` to ${wrong.answer.location}` : ''}`;
    },
  },
  {
    name: 'guessing at one account is throttled',
    run: async (app) => {
      const { email } = await signUp(app);
      for (let i = 0; i < 10; i++) await logIn(app, email, 'not the password');
      const { browser } = await logIn(app, email);
      assert.equal(signedIn(browser), false);
    },
  },
  {
    name: 'a login ends the session that was there before',
    run: async (app) => {
      const { browser, email } = await signUp(app);
      const before = browser.cookieHeader();
      await logIn(app, email, PASSWORD, browser);
      assert.notEqual(browser.cookieHeader(), before);
      assert.equal(await shows(app, browser), true);
      const old = await new Browser(app.base).get(app.account, { Cookie: before });
      assert.notEqual(old.status, 200);
    },
  },
  {
    name: 'logout ends the session in the database and clears the cookie',
    run: async (app) => {
      const { browser } = await signUp(app);
      const before = browser.cookieHeader();
      const answer = await app.post(browser, 'logout', {});
      assert.equal(answer.status, app.pagesCannotWriteCookies || answer.status === 303 ? 303 : answer.status);
      assert.equal(signedIn(browser), false);
      const old = await new Browser(app.base).get(app.account, { Cookie: before });
      assert.notEqual(old.status, 200);
      const again = await app.post(new Browser(app.base), 'logout', {});
      assert.equal(again.status, answer.status);
    },
  },
  {
    name: 'a link cannot log anybody out',
    run: async (app) => {
      const { browser } = await signUp(app);
      await browser.get('/logout');
      await browser.get('/api/logout');
      assert.equal(await shows(app, browser), true);
    },
  },
  {
    name: 'the link that proves an address works once, and ends the sessions from before',
    run: async (app) => {
      const { browser, email } = await signUp(app);
      await verifyAddress(app, browser, email);
    },
  },
  {
    name: 'posts of other sites, and posts without an Origin, are refused',
    run: async (app) => {
      const { browser, email } = await signUp(app);
      const statuses = new Set<number>();
      for (const origin of ['https://evil.example', 'null', null]) {
        const out = await app.post(browser, 'logout', {}, { origin });
        assert.equal(await shows(app, browser), true, `logout with Origin ${origin}`);
        const stranger = new Browser(app.base);
        const login = await app.post(stranger, 'login', { email, password: PASSWORD }, { origin });
        assert.equal(signedIn(stranger), false, `login with Origin ${origin}`);
        const signup = await app.post(stranger, 'signup', { email: address(), password: PASSWORD }, { origin });
        assert.equal(signedIn(stranger), false, `sign-up with Origin ${origin}`);
        for (const answer of [out, login, signup]) statuses.add(answer.status);
      }
      assert.deepEqual([...statuses], [403]);
    },
  },
  {
    name: 'a session past half of its life is renewed',
    run: async (app) => {
      const { browser } = await signUp(app);
      const id = browser.cookie(SESSION)!.value;
      const soon = Math.floor(Date.now() / 1000) + 10 * 86_400;
      await app.store.setExpiry(id, soon);
      const answer = await browser.get(app.account);
      assert.equal(answer.status, 200);
      assert.ok((await app.store.expiryOf(id)) > soon + 15 * 86_400, 'the row was not renewed');
      const renewed = answer.cookies.find((line) => line.startsWith(`${SESSION}=${id}`));
      if (!app.pagesCannotWriteCookies) assert.match(renewed ?? '', /Max-Age=2592000/);
      else assert.ok(Number(browser.cookie(SESSION)!.maxAge) > 30 * 86_400);
      return app.pagesCannotWriteCookies ? 'row renewed, cookie outlives it' : 'row and cookie renewed';
    },
  },
  {
    name: 'an expired session is over',
    run: async (app) => {
      const { browser } = await signUp(app);
      const id = browser.cookie(SESSION)!.value;
      await app.store.setExpiry(id, Math.floor(Date.now() / 1000) - 10);
      assert.equal(await shows(app, browser), false);
      if (!app.pagesCannotWriteCookies) assert.equal(signedIn(browser), false);
    },
  },
  {
    name: 'cookies of others that cannot be decoded do no harm',
    run: async (app) => {
      const answer = await new Browser(app.base).get(app.account, { Cookie: 'x=100%; auth_session=%E0%A4%A' });
      assert.ok(answer.status < 500, String(answer.status));
    },
  },
  {
    name: 'a password reset works once, tells nothing, and ends every session',
    run: async (app) => {
      const { browser, email } = await signUp(app);
      const known = await app.post(new Browser(app.base), 'forgot', { email });
      const unknown = await app.post(new Browser(app.base), 'forgot', { email: address() });
      same(known, unknown);
      const mailed = (): string | undefined =>
        app.outside.mails.filter((mail) => mail.to === email && mail.text.includes('/reset-password')).at(-1)?.text;
      for (let i = 0; i < 100 && !mailed(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
      const token = new URL(/http\S+/.exec(mailed() ?? '')![0]).searchParams.get('token')!;
      assert.equal(await app.store.countTokens(token), 0, 'the token itself is stored');
      await app.post(new Browser(app.base), 'reset', { token, password: 'another password' });
      assert.equal(await shows(app, browser), false);
      assert.equal(signedIn((await logIn(app, email)).browser), false);
      assert.equal(signedIn((await logIn(app, email, 'another password')).browser), true);
      await app.post(new Browser(app.base), 'reset', { token, password: 'third password' });
      assert.equal(signedIn((await logIn(app, email, 'third password')).browser), false);
    },
  },
  {
    name: '200 interleaved logins do not tell an existing address from an unknown one',
    run: async (app) => {
      const known: string[] = [];
      for (let i = 0; i < 12; i++) known.push((await signUp(app)).email);
      const unknown = known.map(() => address());
      for (const email of [known[0]!, unknown[0]!]) await logIn(app, email, 'not the password');
      const times: [number[], number[]] = [[], []];
      for (let i = 0; i < 100; i++) {
        const order = i % 2 === 0 ? [0, 1] : [1, 0];
        for (const side of order) {
          const { answer } = await logIn(app, (side === 0 ? known : unknown)[i % 12]!, 'not the password');
          times[side as 0 | 1].push(answer.ms);
        }
      }
      const [existing, missing] = times;
      let wins = 0;
      for (const a of existing) for (const b of missing) wins += a > b ? 1 : a === b ? 0.5 : 0;
      const auc = wins / (existing.length * missing.length);
      const median = (list: number[]): string => [...list].sort((a, b) => a - b)[50]!.toFixed(1);
      const figures = `AUC ${auc.toFixed(3)}, medians ${median(existing)} and ${median(missing)} ms`;
      // 0.5 is chance; leaving early gives 1. The bound is wide because other programs share the machine.
      assert.ok(auc > 0.1 && auc < 0.9, figures);
      return figures;
    },
  },
];

export const OAUTH_CHECKS: readonly OAuthCheck[] = [
  {
    name: 'the first sign-in creates a user, the next one finds it, also when the address is private',
    run: async (app, provider) => {
      const who = profile(address(), true, true);
      const first = await oauthLogIn(app, provider, who);
      assert.equal(first.answer.status, 303, first.answer.text.slice(0, 300));
      assert.equal(await shows(app, first.browser), true);
      const next = await oauthLogIn(app, provider, who);
      assert.equal(await userOf(app, next.browser), await userOf(app, first.browser));
    },
  },
  {
    name: 'what is stored for the sign-in is HttpOnly, Secure, as strict as the way back allows, and lasts ten minutes',
    run: async (app, provider) => {
      const browser = new Browser(app.base);
      const { state, challenge } = await startOAuth(app, provider, browser);
      const cookies = [browser.cookie(`${provider.cookie}_oauth_state`)!];
      assert.equal(cookies[0]!.value, state);
      if (challenge !== null) {
        const verifier = browser.cookie(`${provider.cookie}_code_verifier`)!;
        assert.equal(challengeOf(verifier.value), challenge);
        cookies.push(verifier);
      }
      const sameSite = provider.formPost ? 'none' : 'lax';
      for (const cookie of cookies)
        assert.deepEqual(
          [cookie.httpOnly, cookie.secure, cookie.sameSite, cookie.path, Number(cookie.maxAge)],
          [true, true, sameSite, '/', 600],
        );
      return `SameSite=${provider.formPost ? 'None' : 'Lax'}`;
    },
  },
  {
    name: 'missing, wrong and replayed state, and a reused code, are refused',
    run: async (app, provider) => {
      const who = profile(address(), true);
      const browser = new Browser(app.base);
      const come = (query: Record<string, string>, by = browser) => comeBack(app, provider, by, query);
      const code = app.outside.issueCode(provider, who, null);
      assert.equal((await come({ code, state: 'guessed' })).status, 400);
      await startOAuth(app, provider, browser);
      assert.equal((await come({ code })).status, 400);
      await startOAuth(app, provider, browser);
      assert.equal((await come({ code, state: 'guessed' })).status, 400);
      assert.equal(signedIn(browser), false);
      const done = await oauthLogIn(app, provider, who, browser);
      assert.equal(done.answer.status, 303, done.answer.text.slice(0, 300));
      assert.equal(browser.cookie(`${provider.cookie}_oauth_state`), undefined);
      assert.equal(browser.cookie(`${provider.cookie}_code_verifier`), undefined);
      assert.equal((await come(done.query)).status, 400);
      const stranger = new Browser(app.base);
      const { state } = await startOAuth(app, provider, stranger);
      assert.equal((await come({ code: done.query['code']!, state }, stranger)).status, 400);
      assert.equal(signedIn(stranger), false);
    },
  },
  {
    name: 'a code that was issued to another browser is refused',
    run: async (app, provider) => {
      if (!provider.pkce) return 'only with PKCE';
      const [attacker, victim] = [new Browser(app.base), new Browser(app.base)];
      const { challenge } = await startOAuth(app, provider, attacker);
      const code = app.outside.issueCode(provider, profile(address(), true), challenge);
      const { state } = await startOAuth(app, provider, victim);
      assert.equal((await comeBack(app, provider, victim, { code, state })).status, 400);
      assert.equal(signedIn(victim), false);
    },
  },
  {
    name: 'a refusal at the provider leads back to the login page',
    run: async (app, provider) => {
      const browser = new Browser(app.base);
      const { state } = await startOAuth(app, provider, browser);
      const answer = await comeBack(app, provider, browser, { error: 'access_denied', state });
      assert.ok([302, 303, 307].includes(answer.status), String(answer.status));
      assert.match(answer.location ?? '', /\/login\?error=oauth$/);
      assert.equal(browser.cookie(`${provider.cookie}_oauth_state`), undefined);
    },
  },
  {
    name: 'an address that the provider has not verified joins nobody',
    run: async (app, provider) => {
      const { browser, email } = await signUp(app);
      await verifyAddress(app, browser, email);
      const attacker = await oauthLogIn(app, provider, profile(email, false));
      assert.equal(attacker.answer.status, 303);
      assert.notEqual(await userOf(app, attacker.browser), await userOf(app, browser));
    },
  },
  {
    name: 'an address that the local user has never proved joins nobody',
    run: async (app, provider) => {
      const { email } = await signUp(app);
      const victim = await oauthLogIn(app, provider, profile(email, true));
      assert.equal(victim.answer.status, 409);
      assert.equal(signedIn(victim.browser), false);
    },
  },
  {
    name: 'an address verified on both sides joins the user',
    run: async (app, provider) => {
      const { browser, email } = await signUp(app);
      await verifyAddress(app, browser, email);
      const joined = await oauthLogIn(app, provider, profile(email, true));
      assert.equal(joined.answer.status, 303);
      assert.equal(await userOf(app, joined.browser), await userOf(app, browser));
    },
  },
  {
    name: 'two first sign-ins at once give one user',
    run: async (app, provider) => {
      const who = profile(address(), true);
      const both = await Promise.all([oauthLogIn(app, provider, who), oauthLogIn(app, provider, who)]);
      for (const { answer } of both) assert.equal(answer.status, 303, answer.text.slice(0, 300));
      assert.equal(await userOf(app, both[0].browser), await userOf(app, both[1].browser));
    },
  },
];
