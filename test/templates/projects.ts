import { completeParams } from '../../server/src/templates/params';
import type { ArcticMajor, Database, TemplateParams } from '../../server/src/templates/params';
import { typeCheck } from './check';
import type { SetName } from './packages';

export const MAJORS: readonly ArcticMajor[] = [1, 2, 3];

export interface Version {
  readonly set: SetName;
  readonly framework: TemplateParams['framework'];
  readonly major: number;
  readonly types?: readonly string[];
  /** Modules whose declarations the framework generates in a project. */
  readonly ambient?: string;
}

export const VERSIONS: readonly Version[] = [
  { set: 'next14', framework: 'next-app', major: 14 },
  { set: 'next15', framework: 'next-app', major: 15 },
  { set: 'next16', framework: 'next-app', major: 16 },
  { set: 'next14', framework: 'next-pages', major: 14 },
  { set: 'next15', framework: 'next-pages', major: 15 },
  { set: 'next16', framework: 'next-pages', major: 16 },
  {
    set: 'sveltekit',
    framework: 'sveltekit',
    major: 2,
    types: ['node', '@sveltejs/kit'],
    ambient: `declare module '$env/dynamic/private' {\n  export const env: Record<string, string | undefined>;\n}\n`,
  },
  { set: 'astro4', framework: 'astro', major: 4, types: ['node', 'astro/client'] },
  { set: 'astro5', framework: 'astro', major: 5, types: ['node', 'astro/client'] },
  { set: 'express4', framework: 'express', major: 4 },
  { set: 'express5', framework: 'express', major: 5 },
  { set: '', framework: 'hono', major: 4 },
  { set: '', framework: 'nuxt', major: 3 },
  { set: '', framework: 'nuxt', major: 4 },
];

/** The oldest and the newest version of each framework; `npm run test:proof` checks those between them as well. */
export const EDGES: readonly Version[] = VERSIONS.filter((version) => {
  const own = VERSIONS.filter(({ framework }) => framework === version.framework);
  return version === own[0] || version === own[own.length - 1];
});

/** A program may hold several projects side by side, each in a folder of its own. */
export class Projects {
  readonly files = new Map<string, string>();
  readonly paths: Record<string, string[]> = {};

  params(folder: string, given: Parameters<typeof completeParams>[0]): TemplateParams {
    const params = completeParams(given);
    if (!params.alias) return params;
    const alias = { prefix: `${params.alias.prefix}${folder}/`, target: params.alias.target };
    this.paths[`${alias.prefix}*`] = [`${folder}/${alias.target}*`];
    return { ...params, alias };
  }

  add(folder: string, files: readonly { readonly path: string; readonly text: string }[], arctic: ArcticMajor): void {
    for (const { path, text } of files) {
      const key = `${folder}/${path}`;
      const package_ = arctic === 3 ? 'arctic' : `arctic${arctic}`;
      if (!this.files.has(key)) this.files.set(key, text.replaceAll(/from (['"])arctic\1/g, `from '${package_}'`));
    }
  }
}

/** What the compiler has to say about projects. */
export function check(version: Version, projects: Projects): string[] {
  if (version.ambient) projects.files.set('ambient.d.ts', version.ambient);
  const { files, paths } = projects;
  return typeCheck({ set: version.set, files, paths, ...(version.types ? { types: version.types } : {}) });
}

/** Layers whose users have the same type in the declaration for lucia, which a program can hold only once. */
export const LAYERS: Readonly<Record<string, readonly Database[]>> = {
  'Drizzle and Prisma': ['drizzle-pg', 'drizzle-mysql', 'drizzle-sqlite', 'drizzle-libsql', 'prisma'],
  'drivers with booleans': ['node-postgres', 'postgres-js', 'mongodb'],
  'drivers without booleans': ['mysql2', 'better-sqlite3', 'libsql'],
};
