import { providerFacts, providerSlug } from './oauth';
import { defaultNames } from './params';
import type { TemplateParams } from './params';
import { isWhole, userColumns } from './schema';
import type { Flags } from './source';

/** What the `//#if` lines of the block sources can ask. */
export function flagsOf(params: TemplateParams): Flags {
  const { framework, frameworkMajor, database } = params;
  const family = framework.startsWith('next-') ? 'next' : framework;
  const facts = providerFacts(params.provider, params.arcticMajor);
  const drizzle = database.startsWith('drizzle-');
  const camel = drizzle || database === 'prisma';
  const numbers = database === 'better-sqlite3' || database === 'libsql' || database === 'mysql2';
  const names = defaultNames(database);
  const renamed = COLUMNS.filter((column) => params.names[column] !== names[column]);
  const flags: Readonly<Record<string, boolean>> = {
    [framework]: true,
    [family]: true,
    [`${family}${frameworkMajor}`]: true,
    [database]: true,
    drizzle,
    camel,
    'snake-number': !camel && numbers,
    'snake-boolean': !camel && !numbers,
    'framework-flag': framework === 'sveltekit' || framework === 'astro',
    'env-of-framework': framework === 'sveltekit' || (framework === 'astro' && frameworkMajor >= 5),
    astro5: framework === 'astro' && frameworkMajor >= 5,
    'bcrypt-family': params.password === 'bcrypt' || params.password === 'bcryptjs',
    'renamed-columns': renamed.length > 0,
    'renamed-email': renamed.includes('emailColumn'),
    'email-required': emailRequired(params),
    'drizzle-old': drizzle && params.drizzleMinor < 36,
    'postgres-driver': params.driver === 'postgres',
    [providerSlug(params.provider)]: true,
    pkce: facts.pkce,
    scopes: facts.scopes,
    ...tableFlags(params),
    'add-state': facts.addState,
    'form-post': facts.formPost,
  };
  return new Set(Object.keys(flags).filter((flag) => flags[flag]));
}

/** Whether the table of users that the project has takes nobody without an e-mail address. */
export function emailRequired({ tables: { user } }: TemplateParams): boolean {
  const email = user && userColumns(user).email;
  return email !== undefined && user!.columns.get(email)!.required;
}

const COLUMNS = ['emailColumn', 'emailVerifiedColumn', 'passwordHashColumn'] as const;

/** What of the schema the project has, when it has a part of it. */
function tableFlags({ tables }: TemplateParams): Readonly<Record<string, boolean>> {
  const { user, session, account, token } = tables;
  if (!user || isWhole(tables)) return {};
  const columns = userColumns(user);
  // Of a table that was not found nothing is said to be missing.
  const has = (name: string | undefined): boolean => name !== undefined || !user.isDeclared;
  return {
    'has-users': true,
    'has-sessions': session !== undefined,
    'has-accounts': account !== undefined,
    'has-tokens': token !== undefined,
    'has-email': has(columns.email),
    'has-email-verified': has(columns.emailVerified),
    'has-password-hash': has(columns.passwordHash),
  };
}
