import { providerFacts, providerSlug } from './oauth';
import type { TemplateParams } from './params';
import type { Flags } from './source';

/** What the `//#if` lines of the block sources can ask. */
export function flagsOf(params: TemplateParams): Flags {
  const { framework, frameworkMajor, database } = params;
  const family = framework.startsWith('next-') ? 'next' : framework;
  const facts = providerFacts(params.provider, params.arcticMajor);
  const drizzle = database.startsWith('drizzle-');
  const camel = drizzle || database === 'prisma';
  const numbers = database === 'better-sqlite3' || database === 'libsql' || database === 'mysql2';
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
    'postgres-driver': params.driver === 'postgres',
    [providerSlug(params.provider)]: true,
    pkce: facts.pkce,
    scopes: facts.scopes,
    'add-state': facts.addState,
    'form-post': facts.formPost,
  };
  return new Set(Object.keys(flags).filter((flag) => flags[flag]));
}
