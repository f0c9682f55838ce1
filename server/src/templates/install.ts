import type { TemplateParams } from './params';

/** The newest majors that the building blocks and Lucia's adapters work with; what is not named goes without. */
const RANGES: Readonly<Record<string, string>> = {
  lucia: '3',
  'better-sqlite3': '11',
  mongodb: '6',
  mysql2: '3',
  pg: '8',
  postgres: '3',
  '@prisma/client': '5',
  prisma: '5',
  'drizzle-orm': '0.45',
};

/** Packages that another one needs beside it: declarations of types, and tools. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['@types/better-sqlite3'],
  pg: ['@types/pg'],
  bcrypt: ['@types/bcrypt'],
  '@prisma/client': ['prisma'],
};

/**
 * What a package manager is to install: `lucia@3`.
 * @param missing names of packages that the blocks import and the project lacks
 * @param packages what the project has
 */
export function packagesToInstall(
  missing: readonly string[],
  packages: ReadonlySet<string>,
  params: TemplateParams,
): string[] {
  const companions = missing.flatMap((name) => COMPANIONS[name] ?? []).filter((name) => !packages.has(name));
  return [...new Set([...missing, ...companions])].sort().map((name) => {
    const range = rangeOf(name, params);
    return range === undefined ? name : `${name}@${range}`;
  });
}

function rangeOf(name: string, { arcticMajor, database }: TemplateParams): string | undefined {
  if (name === 'arctic') return String(arcticMajor);
  // Lucia's own adapter asks for this one, Drizzle for a newer one.
  if (name === '@libsql/client') return database === 'libsql' ? '0.3' : '0.14';
  return RANGES[name];
}
