/** Who sets the cookie: that decides about defaults and units. */
export type CookieWriter =
  | 'lucia'
  | 'next'
  | 'sveltekit'
  | 'astro'
  | 'express'
  | 'h3'
  | 'hono'
  /** An API whose defaults are not known. */
  | 'other';

interface Entry {
  /** As it stands in the header. */
  readonly title: string;
  readonly what: string;
  /** What holds when it is left out. */
  readonly byDefault: (writer: CookieWriter) => string;
  readonly why: string;
  readonly change: string | ((writer: CookieWriter) => string);
}

const BROWSER_SAME_SITE =
  'not sent: Chromium then treats the cookie as `Lax` (for two minutes more loosely), Firefox and Safari as `None`.';

const ENTRIES: Readonly<Record<string, Entry>> = {
  httpOnly: {
    title: 'HttpOnly',
    what: 'Hides the cookie from JavaScript in the page (`document.cookie`).',
    byDefault: (writer) =>
      writer === 'lucia' ? 'on. It is no option of Lucia: leave it out.' : writer === 'sveltekit' ? 'on.' : 'off.',
    why: 'A script that gets into the page (XSS, a compromised package) could send the session id elsewhere, and it would work on any machine until it expires.',
    change:
      'Turn it off only for a cookie that a script must read and that is no secret, such as a theme. Never for a session, an OAuth state or a code verifier.',
  },
  secure: {
    title: 'Secure',
    what: 'The browser sends the cookie over HTTPS only.',
    byDefault: (writer) =>
      writer === 'lucia' ? 'on.' : writer === 'sveltekit' ? 'on, except on `http://localhost`.' : 'off.',
    why: 'Without it one plain HTTP request to the site, which a network attacker can cause, shows the session id to everybody on the way.',
    change:
      'Turn it off for development on plain HTTP only, tied to the framework’s own production flag. An explicit `undefined` turns it off, too. Chromium and Firefox take Secure cookies on `http://localhost`, Safari does not.',
  },
  sameSite: {
    title: 'SameSite',
    what: '`strict`: sent with requests of the same site only. `lax`: also when a link or address leads here (top-level GET). `none`: always; needs Secure.',
    byDefault: (writer) => (writer === 'lucia' || writer === 'sveltekit' ? '`lax`.' : BROWSER_SAME_SITE),
    why: 'It keeps other sites from sending forms in the user’s name (CSRF), but not their subdomains, and not GETs: check the Origin as well.',
    change:
      '`none` only for a cookie of an embedded or cross-site app, together with an Origin check; an OAuth provider that answers by POST (Apple) needs it for the state cookie. `strict` where nobody arrives by a link. Lucia takes lower case only; an explicit `undefined` drops the attribute.',
  },
  domain: {
    title: 'Domain',
    what: 'The host and all of its subdomains get the cookie.',
    byDefault: () => 'none: only the host that set the cookie gets it.',
    why: 'Each subdomain, a forgotten one too, can then read and overwrite the session cookie.',
    change:
      'Only to share a session between subdomains that you all trust. Give the blank cookie the same domain, or logging out clears nothing.',
  },
  path: {
    title: 'Path',
    what: 'The browser sends the cookie to this path and those below it only.',
    byDefault: (writer) =>
      writer === 'sveltekit'
        ? 'none: SvelteKit insists on a path.'
        : writer === 'astro' || writer === 'other'
          ? 'the folder of the address that was requested, unless the API says otherwise.'
          : '`/`.',
    why: 'It is no protection: pages on the same host reach the cookie all the same. With a narrower path the session is missing elsewhere.',
    change: 'Keep `/` for sessions. A cookie is cleared only with the path that it was set with.',
  },
  maxAge: {
    title: 'Max-Age',
    what: 'How long the browser keeps the cookie.',
    byDefault: () => 'none: until the browser is closed (which restored windows outlive).',
    why: 'It limits only honest browsers. How long a session works is decided by the server.',
    change: (writer) =>
      `${writer === 'express' ? 'In **milliseconds**.' : 'In **seconds**.'} Ten minutes for an OAuth state or code verifier. Leave it to Lucia for sessions.`,
  },
  expires: {
    title: 'Expires',
    what: 'The date until which the browser keeps the cookie; Max-Age goes before it.',
    byDefault: () => 'none: until the browser is closed.',
    why: 'It limits only honest browsers. How long a session works is decided by the server.',
    change: 'Leave it to Lucia for sessions. `new Date(0)` clears a cookie.',
  },
  partitioned: {
    title: 'Partitioned',
    what: 'An embedded page gets a cookie of its own for each site that embeds it (CHIPS). Needs Secure.',
    byDefault: () => 'off.',
    why: 'Browsers that block third-party cookies let partitioned ones through.',
    change: 'For apps that run inside other sites. A session in one site is then unknown in another.',
  },
};

/** Options of `sessionCookie` that are no attributes, or mean something else there. */
const SESSION_COOKIE: Readonly<Record<string, Entry>> = {
  name: {
    title: 'Name of the session cookie',
    what: 'What the cookie is called.',
    byDefault: () => '`auth_session`.',
    why: 'With the prefix `__Host-` browsers take the cookie only with Secure, path `/` and without a domain: a subdomain cannot plant one.',
    change:
      'To use `__Host-` where the site runs on HTTPS in development, too, or when two apps share a host. All users are signed out once.',
  },
  expires: {
    title: 'Whether the session cookie expires with the session',
    what: '`true`: Max-Age is `sessionExpiresIn`. `false`: 400 days; the session in the database still ends when it ends.',
    byDefault: () => '`true`.',
    why: 'With `true` a session that was renewed in the database is lost all the same when the new cookie cannot be sent. Server Components of Next.js cannot send cookies.',
    change:
      '`false` in Next.js. `true` elsewhere, where the session wrapper sends the cookie again when `session.fresh`.',
  },
  attributes: {
    title: 'Attributes of the session cookie',
    what: '`secure`, `sameSite`, `domain` and `path`, for the session cookie and the blank one that clears it.',
    byDefault: () => 'HttpOnly, Secure, SameSite `lax`, path `/`.',
    why: 'What is given here goes before the safe defaults; an explicit `undefined` takes one away without putting anything in its place.',
    change: 'As little as possible: `secure` for development on plain HTTP is what most projects need.',
  },
};

/** The reference of one attribute or option as Markdown; undefined when there is none of that name. */
export function cookieReference(
  name: string,
  writer: CookieWriter,
  of: 'attributes' | 'sessionCookie',
): string | undefined {
  const table = of === 'sessionCookie' ? SESSION_COOKIE : ENTRIES;
  const entry = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!entry) return undefined;
  const { title, what, byDefault, why, change } = entry;
  return [
    `**${title}**`,
    what,
    `*By default:* ${byDefault(writer)}`,
    `*Why it matters:* ${why}`,
    `*When to change it:* ${typeof change === 'string' ? change : change(writer)}`,
  ].join('\n\n');
}
