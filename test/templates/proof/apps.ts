import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { completeParams } from '../../../server/src/templates/params';
import type { Database, Framework, TemplateParams } from '../../../server/src/templates/params';
import { renderParts } from '../../../server/src/templates/render';
import { renderSetUp } from '../../../server/src/templates/templates';
import { CACHE, buildNativeModules, generatePrismaClientIn, installSet, run } from '../packages';
import type { SetName } from '../packages';
import type { App, Form } from './checks';
import type { Browser } from './client';
import { startOutside } from './outside';
import { PROVIDERS, providerOf } from './providers';
import type { Provider } from './providers';
import { freePort, openStore } from './stores';

export interface AppDefinition {
  readonly name: string;
  readonly set: SetName;
  readonly framework: Framework;
  readonly major: number;
  readonly database: Database;
  /** Files that a new project of the framework has. */
  readonly files: Readonly<Record<string, string>>;
  readonly build?: readonly string[];
  readonly start: (port: number) => readonly string[];
  readonly env?: (port: number) => Record<string, string>;
  /** The first one is part of the set-up, the others are added to it. */
  readonly providers: readonly Provider['name'][];
  /** Nothing but the sign-in with providers is looked at. */
  readonly onlyOAuth?: boolean;
  /** What has to be written by hand in what the set-up gives, by path. */
  readonly byHand?: (path: string, text: string) => string;
  /** Runs in the folder of the app before it is built. */
  readonly prepare?: (folder: string) => void;
}

export interface RunningApp extends App {
  readonly log: () => string;
  stop(): Promise<void>;
}

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, '../../..');
const tsx = pathToFileURL(join(repository, 'node_modules/tsx/dist/loader.mjs')).href;

const nodeServer = (code: string): Record<string, string> => ({
  'package.json': '{ "private": true, "type": "module" }\n',
  'src/server.ts': code,
});

const express = (major: 4 | 5, database: Database = 'better-sqlite3'): AppDefinition => ({
  name: `Express ${major}${database === 'better-sqlite3' ? '' : `, ${database}`}`,
  set: `express${major}`,
  framework: 'express',
  major,
  database,
  providers: ['GitHub'],
  files: nodeServer("import { app } from './app.js';\n\napp.listen(Number(process.env.PORT), '127.0.0.1');\n"),
  start: () => ['node', '--import', tsx, 'src/server.ts'],
});

const hono: AppDefinition = {
  name: 'Hono 4',
  set: '',
  framework: 'hono',
  major: 4,
  database: 'better-sqlite3',
  providers: ['GitHub'],
  files: nodeServer(
    "import { serve } from '@hono/node-server';\nimport { app } from './app.js';\n\nserve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });\n",
  ),
  start: () => ['node', '--import', tsx, 'src/server.ts'],
};

const next = (major: 14 | 15 | 16, router: 'app' | 'pages'): AppDefinition => {
  const external = "'@node-rs/argon2', 'better-sqlite3'";
  const config =
    major === 14
      ? `export default { experimental: { serverComponentsExternalPackages: [${external}] }, eslint: { ignoreDuringBuilds: true } };\n`
      : major === 15
        ? `export default { serverExternalPackages: [${external}], outputFileTracingRoot: ${JSON.stringify(CACHE)}, eslint: { ignoreDuringBuilds: true } };\n`
        : `export default { serverExternalPackages: [${external}], turbopack: { root: ${JSON.stringify(CACHE)} } };\n`;
  const pages: Record<string, string> =
    router === 'app'
      ? {
          'app/layout.tsx':
            'import type { ReactNode } from "react";\n\nexport default function Layout({ children }: { children: ReactNode }) {\n  return (\n    <html>\n      <body>{children}</body>\n    </html>\n  );\n}\n',
          'app/page.tsx': 'export default function Home() {\n  return <p>Home</p>;\n}\n',
        }
      : { 'pages/index.tsx': 'export default function Home() {\n  return <p>Home</p>;\n}\n' };
  return {
    name: `Next.js ${major} ${router === 'app' ? 'App' : 'Pages'} Router`,
    set: `next${major}`,
    framework: `next-${router}`,
    major,
    database: 'better-sqlite3',
    providers: ['GitHub'],
    files: {
      'package.json': '{ "private": true }\n',
      'next.config.mjs': config,
      'tsconfig.json': `${JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          lib: ['dom', 'dom.iterable', 'esnext'],
          strict: true,
          noEmit: true,
          module: 'esnext',
          moduleResolution: 'bundler',
          isolatedModules: true,
          esModuleInterop: true,
          skipLibCheck: true,
          resolveJsonModule: true,
          jsx: 'preserve',
          plugins: [{ name: 'next' }],
          paths: { '@/*': ['./*'] },
        },
        include: ['**/*.ts', '**/*.tsx', '.next/types/**/*.ts'],
        exclude: ['node_modules'],
      })}\n`,
      ...pages,
    },
    build: ['node', join(CACHE, `next${major}`, 'node_modules/next/dist/bin/next'), 'build'],
    start: (port) => [
      'node',
      join(CACHE, `next${major}`, 'node_modules/next/dist/bin/next'),
      'start',
      '-p',
      String(port),
      '-H',
      '127.0.0.1',
    ],
  };
};

const svelteKit: AppDefinition = {
  name: 'SvelteKit 2',
  set: 'sveltekit',
  framework: 'sveltekit',
  major: 2,
  database: 'better-sqlite3',
  providers: ['GitHub'],
  files: {
    'package.json': '{ "private": true, "type": "module" }\n',
    'svelte.config.js':
      "import adapter from '@sveltejs/adapter-node';\nimport { vitePreprocess } from '@sveltejs/vite-plugin-svelte';\n\nexport default { preprocess: vitePreprocess(), kit: { adapter: adapter() } };\n",
    'vite.config.ts':
      "import { sveltekit } from '@sveltejs/kit/vite';\nimport { defineConfig } from 'vite';\n\nexport default defineConfig({ plugins: [sveltekit()] });\n",
    'tsconfig.json': '{ "extends": "./.svelte-kit/tsconfig.json", "compilerOptions": { "strict": true } }\n',
    'src/app.html':
      '<!doctype html>\n<html lang="en">\n  <head>\n    %sveltekit.head%\n  </head>\n  <body>\n    %sveltekit.body%\n  </body>\n</html>\n',
    'src/routes/+page.svelte': '<p>Home</p>\n',
  },
  build: ['node', join(CACHE, 'sveltekit/node_modules/vite/bin/vite.js'), 'build'],
  start: () => ['node', 'build/index.js'],
  env: (port) => ({ HOST: '127.0.0.1', ORIGIN: `http://127.0.0.1:${port}` }),
};

const astro = (major: 4 | 5): AppDefinition => ({
  name: `Astro ${major}`,
  set: `astro${major}`,
  framework: 'astro',
  major,
  database: 'better-sqlite3',
  providers: ['GitHub'],
  files: {
    'package.json': '{ "private": true, "type": "module" }\n',
    'astro.config.mjs': `import node from '@astrojs/node';\nimport { defineConfig } from 'astro/config';\n\nexport default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' })${
      // Astro believes the Host header only for hosts that are listed.
      major >= 5 ? ", security: { allowedDomains: [{ hostname: '127.0.0.1' }] }" : ''
    } });\n`,
    'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }\n',
    'src/pages/index.astro': '<p>Home</p>\n',
  },
  build: ['node', join(CACHE, `astro${major}/node_modules/astro/astro.js`), 'build'],
  start: () => ['node', 'dist/server/entry.mjs'],
  env: () => ({ HOST: '127.0.0.1', ASTRO_TELEMETRY_DISABLED: '1' }),
});

const nuxt = (major: 3 | 4): AppDefinition => ({
  name: `Nuxt ${major}`,
  set: `nuxt${major}`,
  framework: 'nuxt',
  major,
  database: 'better-sqlite3',
  providers: ['GitHub'],
  files: {
    'package.json': '{ "private": true, "type": "module" }\n',
    'nuxt.config.ts': 'export default defineNuxtConfig({ telemetry: false });\n',
    'tsconfig.json': '{ "extends": "./.nuxt/tsconfig.json" }\n',
    [major === 4 ? 'app/app.vue' : 'app.vue']: '<template><NuxtPage /></template>\n',
    [major === 4 ? 'app/pages/index.vue' : 'pages/index.vue']: '<template><p>Home</p></template>\n',
  },
  build: ['node', join(CACHE, `nuxt${major}/node_modules/nuxt/bin/nuxt.mjs`), 'build'],
  start: () => ['node', '.output/server/index.mjs'],
  env: () => ({ HOST: '127.0.0.1', NUXT_TELEMETRY_DISABLED: '1' }),
});

/** The layer of Prisma with the engine that is part of its client; the default one is a download from elsewhere. */
const prisma: AppDefinition = {
  ...express(5, 'prisma'),
  set: 'prisma6',
  byHand: (path, text) => {
    if (path === 'prisma/schema.prisma')
      return text.replace('"prisma-client-js"\n', '"prisma-client-js"\n  engineType = "client"\n');
    if (path !== 'src/lib/db.ts') return text;
    return `import { PrismaPg } from '@prisma/adapter-pg';\n${text}`.replace(
      'new PrismaClient()',
      'new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) })',
    );
  },
  prepare: (folder) => generatePrismaClientIn(folder, 'prisma/schema.prisma'),
};

/** The same app with the providers that are unlike GitHub: PKCE, profiles in the id token, a form post from elsewhere. */
function withOtherProviders(app: AppDefinition): AppDefinition {
  const files: Record<string, string> = { ...app.files };
  const change = (path: string, from: string, to: string): void => {
    files[path] = files[path]!.replace(from, to);
  };
  if (app.framework === 'express' || app.framework === 'hono') {
    const others = ['google', 'microsoft-entra-id'].flatMap((slug) => [`${slug}-start`, `${slug}-callback`]);
    const suffix = app.framework === 'express' ? 'Router' : 'Routes';
    const imports = others.map((file, index) => {
      const name = file.endsWith('start') ? `oauthStart${suffix}` : `oauthCallback${suffix}`;
      return `import { ${name} as route${index} } from './routes/${file}.js';\n`;
    });
    const uses = others.map((_, index) =>
      app.framework === 'express' ? `app.use(route${index});\n` : `app.route('/', route${index});\n`,
    );
    files['src/server.ts'] =
      imports.join('') + files['src/server.ts']!.replace("'./app.js';\n", `'./app.js';\n${uses.join('')}`);
  }
  // The comments in the blocks say so.
  if (app.framework === 'sveltekit')
    change(
      'svelte.config.js',
      'adapter: adapter()',
      "adapter: adapter(), csrf: { trustedOrigins: ['https://appleid.apple.com'] }",
    );
  if (app.framework === 'astro') change('astro.config.mjs', 'allowedDomains', 'checkOrigin: false, allowedDomains');
  return {
    ...app,
    name: `${app.name}, other providers`,
    files,
    providers: ['Apple', 'Google', 'MicrosoftEntraId'],
    onlyOAuth: true,
  };
}

export const APPS: readonly AppDefinition[] = [
  express(4),
  express(5),
  express(5, 'drizzle-sqlite'),
  express(5, 'libsql'),
  express(5, 'drizzle-libsql'),
  express(5, 'node-postgres'),
  express(5, 'postgres-js'),
  express(5, 'drizzle-pg'),
  prisma,
  express(5, 'mysql2'),
  express(5, 'drizzle-mysql'),
  hono,
  svelteKit,
  next(14, 'app'),
  next(15, 'app'),
  next(16, 'app'),
  next(14, 'pages'),
  next(15, 'pages'),
  next(16, 'pages'),
  astro(4),
  astro(5),
  nuxt(3),
  nuxt(4),
  ...[express(5), hono, svelteKit, next(16, 'app'), next(16, 'pages'), astro(5), nuxt(4)].map(withOtherProviders),
];

/** Writes, builds and starts an app that has the whole set of blocks and nothing else of its own. */
export async function startApp(definition: AppDefinition): Promise<RunningApp> {
  installSet('', 'run');
  buildNativeModules();
  const set = installSet(definition.set, 'run');
  const folder = join(set, `proof-${definition.name.toLowerCase().replace(/\W+/g, '-')}`);
  rmSync(folder, { recursive: true, force: true });
  const params: TemplateParams = completeParams({
    framework: definition.framework,
    frameworkMajor: definition.major,
    database: definition.database,
    provider: definition.providers[0]!,
  });
  const rendered = renderSetUp(params);
  const more = definition.providers
    .slice(1)
    .flatMap((provider) => renderParts(['oauthStart', 'oauthCallback', 'provider'], { ...params, provider }))
    .map((part) => part.file)
    .filter((file) => rendered.files.every((known) => known.path !== file.path));
  const manifest = JSON.parse(definition.files['package.json'] ?? '{}') as Record<string, unknown>;
  // What a project lists is left out of its bundle and loaded from node_modules.
  const dependencies = Object.fromEntries(rendered.packages.map((name) => [name, '*']));
  const files = {
    ...definition.files,
    'package.json': `${JSON.stringify({ ...manifest, dependencies }, undefined, 2)}\n`,
    ...Object.fromEntries(
      [...rendered.files, ...more].map(({ path, text }) => [path, definition.byHand?.(path, text) ?? text]),
    ),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  definition.prepare?.(folder);

  const store = await openStore(definition.database, folder);
  const outside = await startOutside();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    ...store.env,
    SITE_ORIGIN: base,
    MAIL_API_URL: `${outside.url}/mail`,
    MAIL_API_KEY: 'key',
    MAIL_FROM: 'site@example.com',
    ...Object.assign({}, ...definition.providers.map((name) => providerOf(name).env)),
    PROOF_OUTSIDE: outside.url,
    PROOF_HOSTS: PROVIDERS.flatMap(({ hosts }) => hosts).join(','),
    ...definition.env?.(port),
  } as Record<string, string>;
  const logFile = join(folder, 'server.log');
  const readLog = (): string => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  let child: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    outside.close();
    await store.close();
    if (!child || child.exitCode !== null) return;
    const { pid } = child;
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGTERM');
    const forced = setTimeout(() => pid !== undefined && process.kill(pid, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(forced);
  };
  try {
    if (definition.build) run(definition.build[0]!, definition.build.slice(1), folder, env);
    const log = openSync(logFile, 'w');
    const [command, ...args] = definition.start(port);
    child = spawn(command!, args, {
      cwd: folder,
      env: { ...env, NODE_OPTIONS: `--import ${pathToFileURL(join(here, 'redirect-fetch.mjs')).href}` },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    for (let i = 0; ; i++) {
      if (child.exitCode !== null || i > 600) throw new Error(`${definition.name} did not start:\n${readLog()}`);
      const up = await fetch(`${base}/account`, { redirect: 'manual', signal: AbortSignal.timeout(30_000) }).then(
        () => true,
        () => false,
      );
      if (up) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } catch (error) {
    await stop();
    throw error;
  }

  const { framework } = definition;
  return {
    base,
    outside,
    log: readLog,
    account: framework === 'nuxt' ? '/api/account' : '/account',
    oauth: framework === 'next-pages' ? '/api/login' : '/login',
    verifyPath: framework === 'next-pages' ? '/api/verify-email' : '/verify-email',
    pagesCannotWriteCookies: framework === 'next-app',
    store,
    post: (browser, form, fields, more) => post(framework, browser, form, fields, more),
    stop,
  };
}

const PATHS: Readonly<Record<Form, string>> = {
  login: '/login',
  signup: '/signup',
  logout: '/logout',
  forgot: '/forgot-password',
  reset: '/reset-password',
};

/** Posts a form of an app as its page would. */
export async function post(
  framework: Framework,
  browser: Browser,
  form: Form,
  fields: Readonly<Record<string, string>>,
  more: { readonly origin?: string | null } = {},
) {
  const html = { Accept: 'text/html' };
  switch (framework) {
    case 'next-pages':
    case 'astro':
      return browser.send({ path: `/api${PATHS[form]}`, form: fields, headers: html, ...more });
    case 'nuxt':
      return form === 'logout'
        ? browser.send({ path: '/api/logout', form: fields, headers: html, ...more })
        : browser.send({ path: `/api${PATHS[form]}`, json: fields, headers: { Accept: 'application/json' }, ...more });
    case 'next-app': {
      if (form === 'logout') return browser.send({ path: PATHS.logout, form: fields, headers: html, ...more });
      // The form of a server action works without JavaScript: its hidden fields name the action.
      const query = form === 'reset' ? `?token=${fields['token']}` : '';
      const page = await browser.get(PATHS[form] + query);
      const hidden = Object.fromEntries(
        [...page.text.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)].map((match) => [
          match[1]!,
          match[2] ?? '',
        ]),
      );
      return browser.send({ path: PATHS[form], multipart: { ...hidden, ...fields }, headers: html, ...more });
    }
    default:
      return browser.send({ path: PATHS[form], form: fields, headers: html, ...more });
  }
}
