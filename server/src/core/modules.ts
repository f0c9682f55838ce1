import type { Host } from './host';
import { ancestors, dirname, join, normalize } from './paths';
import { parseJson } from './syntax';

export interface PackageInfo {
  /** Folder of the package.json. */
  readonly dir: string;
  readonly name: string | undefined;
  /** All kinds of dependencies, name to range. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly json: Readonly<Record<string, unknown>>;
}

/** A file of the project, or a package that is looked at only by its name. */
export type Resolved =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'package'; readonly name: string };

export interface Modules {
  resolve(fromPath: string, specifier: string): Resolved;
  /** The nearest package.json above a path. Broken ones count as empty. */
  packageOf(path: string): PackageInfo | undefined;
  /** The folder whose files belong together: the workspace root, or the nearest package.json's folder. */
  projectRootOf(path: string): string;
  /** The installed version of a package: from node_modules, a lockfile or the range in package.json, in that order. */
  versionOf(path: string, name: string): string | undefined;
  /** How a file would name another in an import: by alias where the project has one, else relatively. */
  specifierFor(fromPath: string, toPath: string, preferAlias: boolean): string;
  clear(): void;
}

interface TsConfig {
  readonly baseUrl: string | undefined;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts', '.astro'];

export function createModules(host: Host): Modules {
  const packages = new Map<string, PackageInfo | null>();
  const packagesAbove = new Map<string, PackageInfo | null>();
  const roots = new Map<string, string>();
  const configs = new Map<string, TsConfig | null>();
  const resolved = new Map<string, Resolved>();
  const workspaces = new Map<string, ReadonlyMap<string, string> | null>();
  const versions = new Map<string, string | null>();
  const files = new Map<string, boolean>();

  const isFile = (path: string): boolean => {
    let known = files.get(path);
    if (known === undefined) files.set(path, (known = host.isFile(path)));
    return known;
  };

  const packageAt = (dir: string): PackageInfo | undefined => {
    let info = packages.get(dir);
    if (info === undefined) {
      const path = `${dir === '/' ? '' : dir}/package.json`;
      const text = isFile(path) ? host.read(path) : undefined;
      info = text === undefined ? null : readPackage(dir, text);
      packages.set(dir, info);
    }
    return info ?? undefined;
  };

  const packageOf = (path: string): PackageInfo | undefined => {
    const from = dirname(path);
    let found = packagesAbove.get(from);
    if (found === undefined) {
      found = null;
      for (const dir of ancestors(path)) if ((found = packageAt(dir) ?? null)) break;
      packagesAbove.set(from, found);
    }
    return found ?? undefined;
  };

  /** Package name to folder for a workspace root; null when the folder is none. */
  const workspaceAt = (dir: string): ReadonlyMap<string, string> | null => {
    let found = workspaces.get(dir);
    if (found !== undefined) return found;
    const info = packageAt(dir);
    const globs = workspaceGlobs(host, dir, info);
    found = globs ? expandWorkspaces(host, dir, globs, packageAt) : info ? impliedWorkspace(info) : null;
    workspaces.set(dir, found);
    return found;
  };

  /** Where nothing says which folders are packages (`pnpm-workspace.yaml` is not there to be read), but they ask for each other. */
  const impliedWorkspace = (root: PackageInfo): ReadonlyMap<string, string> | null => {
    const asksForOthers = ({ dependencies }: PackageInfo): boolean =>
      [...dependencies.values()].some((range) => range.startsWith('workspace:'));
    if (!/^(?:pnpm|yarn|bun)@/.test(String(root.json['packageManager'])) && !asksForOthers(root)) return null;
    const found = expandWorkspaces(host, root.dir, ['*', '*/*'], packageAt);
    const packages = [...found.values()].flatMap((dir) => packageAt(dir) ?? []);
    return [root, ...packages].some(asksForOthers) && packages.length ? found : null;
  };

  const workspaceRootOf = (path: string): string | undefined => {
    for (const dir of ancestors(path)) if (workspaceAt(dir)) return dir;
    return undefined;
  };

  const projectRootOf = (path: string): string => {
    const from = dirname(path);
    let root = roots.get(from);
    if (root === undefined) roots.set(from, (root = workspaceRootOf(path) ?? packageOf(path)?.dir ?? from));
    return root;
  };

  const configAt = (path: string, depth = 0): TsConfig | null => {
    const known = configs.get(path);
    if (known !== undefined) return known;
    configs.set(path, null);
    const config = depth < 8 ? readConfig(path, depth) : null;
    configs.set(path, config);
    return config;
  };

  const readConfig = (path: string, depth: number): TsConfig | null => {
    const text = isFile(path) ? host.read(path) : undefined;
    if (text === undefined) return null;
    const json = record(parseJson(path, text));
    if (!json) return null;
    const dir = dirname(path);
    const options = record(json['compilerOptions']);
    let baseUrl: string | undefined;
    let paths: TsConfig['paths'] = [];
    for (const parent of strings(json['extends'])) {
      const parentConfig = configAt(extendsPath(dir, parent), depth + 1);
      if (parentConfig?.baseUrl !== undefined) baseUrl = parentConfig.baseUrl;
      if (parentConfig?.paths.length) paths = parentConfig.paths;
    }
    const ownBase = options?.['baseUrl'];
    if (typeof ownBase === 'string') baseUrl = join(dir, ownBase);
    const ownPaths = record(options?.['paths']);
    if (ownPaths) {
      paths = Object.entries(ownPaths).map(([pattern, targets]) => ({
        pattern,
        targets: strings(targets).map((target) => join(baseUrl ?? dir, target)),
      }));
    }
    if (paths.length === 0 && Array.isArray(json['references'])) {
      for (const reference of json['references']) {
        const target = record(reference)?.['path'];
        if (typeof target !== 'string') continue;
        const at = join(dir, target);
        const referenced = configAt(at.endsWith('.json') ? at : `${at}/tsconfig.json`, depth + 1);
        if (referenced?.paths.length) paths = [...paths, ...referenced.paths];
      }
    }
    return { baseUrl, paths };
  };

  const extendsPath = (dir: string, specifier: string): string => {
    if (specifier.startsWith('.') || specifier.startsWith('/')) {
      const at = join(dir, specifier);
      return at.endsWith('.json') ? at : isFile(`${at}.json`) ? `${at}.json` : `${at}/tsconfig.json`;
    }
    for (const base of ancestors(`${dir}/x`)) {
      const at = `${base}/node_modules/${specifier}`;
      for (const candidate of [at, `${at}.json`, `${at}/tsconfig.json`]) if (isFile(candidate)) return candidate;
      const local = workspaceAt(base)?.get(packageNameOf(specifier));
      if (local) {
        const rest = specifier.slice(packageNameOf(specifier).length + 1);
        const at2 = rest ? `${local}/${rest}` : `${local}/tsconfig.json`;
        for (const candidate of [at2, `${at2}.json`]) if (isFile(candidate)) return candidate;
      }
    }
    return join(dir, specifier);
  };

  const configFor = (path: string): TsConfig | undefined => {
    for (const dir of ancestors(path)) {
      for (const name of ['tsconfig.json', 'jsconfig.json']) {
        const config = configAt(`${dir}/${name}`);
        if (config) return config;
      }
      if (packageAt(dir)) return undefined;
    }
    return undefined;
  };

  const probe = (path: string): string | undefined => {
    if (/\.(?:[cm]?[jt]sx?|astro)$/.test(path) && isFile(path)) return path;
    const js = /^(.*)\.([cm]?)js(x?)$/.exec(path);
    if (js) {
      for (const candidate of [`${js[1]}.${js[2]}ts${js[3]}`, `${js[1]}.tsx`, `${js[1]}.d.ts`]) {
        if (isFile(candidate)) return candidate;
      }
    }
    for (const extension of EXTENSIONS) if (isFile(path + extension)) return path + extension;
    for (const extension of EXTENSIONS) if (isFile(`${path}/index${extension}`)) return `${path}/index${extension}`;
    return undefined;
  };

  const frameworkAliases = (path: string): TsConfig['paths'] => {
    const info = packageOf(path);
    if (!info) return [];
    const { dir, dependencies } = info;
    const alias = (name: string, target: string): TsConfig['paths'] => [
      { pattern: `${name}/*`, targets: [`${target}/*`] },
      { pattern: name, targets: [target] },
    ];
    if (dependencies.has('@sveltejs/kit')) {
      return [...svelteAliases(host, dir), ...alias('$lib', `${dir}/src/lib`)];
    }
    if (dependencies.has('nuxt') || dependencies.has('nuxt3') || dependencies.has('nitropack')) {
      const two = [dir, `${dir}/app`, `${dir}/src`];
      return [
        ...['~~', '@@', '#root'].flatMap((name) => alias(name, dir)),
        ...['~', '@'].flatMap((name) => two.flatMap((target) => alias(name, target))),
        ...alias('#shared', `${dir}/shared`),
        ...alias('#server', `${dir}/server`),
      ];
    }
    if (
      dependencies.has('@solidjs/start') ||
      dependencies.has('@remix-run/react') ||
      dependencies.has('react-router')
    ) {
      return [...alias('~', `${dir}/src`), ...alias('~', `${dir}/app`)];
    }
    return [
      ...['@', '~'].flatMap((name) => [`${dir}/src`, dir].flatMap((target) => alias(name, target))),
      ...alias('~', `${dir}/app`),
    ];
  };

  const viaPaths = (paths: TsConfig['paths'], specifier: string): string | undefined => {
    let best: { target: string; length: number } | undefined;
    for (const { pattern, targets } of paths) {
      const star = pattern.indexOf('*');
      let middle: string | undefined;
      if (star < 0) middle = pattern === specifier ? '' : undefined;
      else if (
        specifier.startsWith(pattern.slice(0, star)) &&
        specifier.endsWith(pattern.slice(star + 1)) &&
        specifier.length >= pattern.length - 1
      ) {
        middle = specifier.slice(star, specifier.length - (pattern.length - star - 1));
      }
      if (middle === undefined) continue;
      const length = star < 0 ? Infinity : star;
      if (best && best.length >= length) continue;
      for (const target of targets) {
        const hit = probe(normalize(target.replace('*', middle)));
        if (hit) {
          best = { target: hit, length };
          break;
        }
      }
    }
    return best?.target;
  };

  const inPackage = (dir: string, subpath: string): string | undefined => {
    const info = packageAt(dir);
    const key = subpath ? `./${subpath}` : '.';
    for (const target of exportTargets(info?.json['exports'], key)) {
      const hit = probe(join(dir, target)) ?? probe(join(dir, target.replace(/^\.\/(dist|build|lib|out)\//, './src/')));
      if (hit) return hit;
    }
    if (subpath) return probe(`${dir}/${subpath}`) ?? probe(`${dir}/src/${subpath}`);
    for (const field of ['source', 'types', 'module', 'main']) {
      const target = info?.json[field];
      if (typeof target !== 'string') continue;
      const hit =
        probe(join(dir, target)) ?? probe(join(dir, target.replace(/^(\.\/)?(dist|build|lib|out)\//, './src/')));
      if (hit) return hit;
    }
    return probe(`${dir}/src/index`) ?? probe(`${dir}/index`) ?? undefined;
  };

  const resolve = (fromPath: string, specifier: string): Resolved => {
    const key = `${dirname(fromPath)}\0${specifier}`;
    const known = resolved.get(key);
    if (known) return known;
    const result = find(fromPath, specifier);
    resolved.set(key, result);
    return result;
  };

  const find = (fromPath: string, specifier: string): Resolved => {
    const name = packageNameOf(specifier);
    const file = (path: string | undefined): Resolved | undefined => (path ? { kind: 'file', path } : undefined);
    if (specifier.startsWith('.')) {
      return file(probe(join(dirname(fromPath), specifier))) ?? { kind: 'package', name: specifier };
    }
    const config = configFor(fromPath);
    const mapped = config && viaPaths(config.paths, specifier);
    if (mapped) return { kind: 'file', path: mapped };
    if (specifier.startsWith('#')) {
      const info = packageOf(fromPath);
      const imports = info && exportTargets(info.json['imports'], specifier);
      for (const target of imports ?? []) {
        const hit = probe(join(info!.dir, target));
        if (hit) return { kind: 'file', path: hit };
      }
    }
    const aliased = viaPaths(frameworkAliases(fromPath), specifier);
    if (aliased) return { kind: 'file', path: aliased };
    const root = workspaceRootOf(fromPath);
    const local = root && workspaceAt(root)?.get(name);
    if (local) {
      const hit = inPackage(local, specifier.slice(name.length + 1));
      if (hit) return { kind: 'file', path: hit };
    }
    const own = packageOf(fromPath);
    if (own?.name === name) {
      const hit = inPackage(own.dir, specifier.slice(name.length + 1));
      if (hit) return { kind: 'file', path: hit };
    }
    if (config?.baseUrl !== undefined && !own?.dependencies.has(name)) {
      const hit = probe(join(config.baseUrl, specifier));
      if (hit) return { kind: 'file', path: hit };
    }
    return { kind: 'package', name: specifier.replace(/^node:/, '') };
  };

  const versionOf = (path: string, name: string): string | undefined => {
    const own = packageOf(path);
    const key = `${own?.dir ?? ''}\0${name}`;
    const known = versions.get(key);
    if (known !== undefined) return known ?? undefined;
    let found: string | undefined;
    for (const dir of ancestors(path)) {
      const at = `${dir === '/' ? '' : dir}/node_modules/${name}/package.json`;
      const json = isFile(at) ? record(parseJson(at, host.read(at) ?? '')) : undefined;
      if (typeof json?.['version'] === 'string') {
        found = json['version'];
        break;
      }
    }
    for (const dir of ancestors(path)) {
      if (found) break;
      if (packageAt(dir)) found = lockedVersion(host, dir, name);
    }
    if (!found) {
      for (const dir of ancestors(path)) {
        const range = packageAt(dir)?.dependencies.get(name);
        const digits = range && /(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?/.exec(range);
        if (digits) {
          // A pre-release that is pinned is the one that will be installed; a range of them soon means the release.
          const pinned = /^\d+\.\d+\.\d+(-[\w.-]+)$/.exec(range)?.[1] ?? '';
          found = `${digits[1]}.${digits[2] ?? '0'}.${digits[3] ?? '0'}`.replace(/x/g, '0') + pinned;
          break;
        }
      }
    }
    versions.set(key, found ?? null);
    return found;
  };

  const specifierFor = (fromPath: string, toPath: string, preferAlias: boolean): string => {
    const bare = toPath.replace(/(\/index)?\.(?:[cm]?[jt]sx?)$/, '');
    if (preferAlias) {
      const config = configFor(fromPath);
      const all = [...(config?.paths ?? []), ...frameworkAliases(fromPath)];
      for (const { pattern, targets } of all) {
        const star = pattern.indexOf('*');
        if (star < 0 || pattern === '*') continue;
        for (const target of targets) {
          const prefix = normalize(target.slice(0, target.indexOf('*')) + '_').slice(0, -1);
          if (!target.includes('*') || !bare.startsWith(prefix)) continue;
          const specifier = pattern.replace('*', bare.slice(prefix.length));
          const back = resolve(fromPath, specifier);
          if (back.kind === 'file' && back.path === toPath) return specifier;
          if (!isFile(toPath) && viaPaths(all, specifier) === undefined) return specifier;
        }
      }
    }
    const from = dirname(fromPath).split('/');
    const to = bare.split('/');
    let common = 0;
    while (common < from.length && common < to.length && from[common] === to[common]) common++;
    const up = from.slice(common).map(() => '..');
    const rest = [...up, ...to.slice(common)].join('/');
    return up.length ? rest : `./${rest}`;
  };

  return {
    resolve,
    packageOf,
    projectRootOf,
    versionOf,
    specifierFor,
    clear() {
      for (const cache of [packages, packagesAbove, roots, configs, resolved, workspaces, versions, files])
        cache.clear();
    },
  };
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function packageNameOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

function readPackage(dir: string, text: string): PackageInfo {
  let json: Record<string, unknown> = {};
  try {
    json = record(JSON.parse(text)) ?? {};
  } catch {
    // Half-typed: whatever can be recovered counts, so that findings do not vanish while the file is being edited.
    json = record(parseJson(`${dir}/package.json`, text)) ?? {};
  }
  const dependencies = new Map<string, string>();
  for (const field of ['peerDependencies', 'optionalDependencies', 'devDependencies', 'dependencies']) {
    for (const [name, range] of Object.entries(record(json[field]) ?? {})) {
      if (typeof range === 'string') dependencies.set(name, range);
    }
  }
  return { dir, name: typeof json['name'] === 'string' ? json['name'] : undefined, dependencies, json };
}

function workspaceGlobs(host: Host, dir: string, info: PackageInfo | undefined): string[] | undefined {
  const declared = info?.json['workspaces'];
  const globs = Array.isArray(declared) ? strings(declared) : strings(record(declared)?.['packages']);
  if (globs.length) return globs;
  const yaml = host.isFile(`${dir}/pnpm-workspace.yaml`) ? host.read(`${dir}/pnpm-workspace.yaml`) : undefined;
  if (yaml === undefined) return undefined;
  const list = /^packages:\s*\r?\n((?:[ \t]*-.*\r?\n?|[ \t]*#.*\r?\n?|\s*\r?\n)*)/m.exec(`${yaml}\n`)?.[1] ?? '';
  return [...list.matchAll(/-\s*['"]?([^'"#\r\n]+?)['"]?\s*(?:#.*)?\r?\n/g)].map((match) => match[1]!);
}

function expandWorkspaces(
  host: Host,
  root: string,
  globs: readonly string[],
  packageAt: (dir: string) => PackageInfo | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (dir: string): void => {
    const info = packageAt(dir);
    if (info?.name) found.set(info.name, dir);
  };
  const expand = (dir: string, parts: readonly string[], depth: number): void => {
    const [part, ...rest] = parts;
    if (part === undefined) {
      add(dir);
      return;
    }
    if (!part.includes('*')) {
      expand(`${dir}/${part}`, rest, depth);
      return;
    }
    const pattern = new RegExp(`^${part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')}$`);
    for (const entry of host.list(dir) ?? []) {
      if (entry.kind !== 'directory' || entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
      if (!pattern.test(entry.name)) continue;
      expand(`${dir}/${entry.name}`, rest, depth);
      if (part === '**' && depth < 4) expand(`${dir}/${entry.name}`, parts, depth + 1);
    }
  };
  for (const glob of globs) {
    if (glob.startsWith('!')) continue;
    expand(
      root,
      glob.split('/').filter((part) => part !== '' && part !== '.'),
      0,
    );
  }
  return found;
}

/** Targets of a key in an `exports` or `imports` map, source-like conditions first. */
function exportTargets(field: unknown, key: string): string[] {
  if (field === undefined) return [];
  const leaves = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap(leaves);
    const conditions = record(value);
    if (!conditions) return [];
    const order = ['source', 'development', 'import', 'node', 'default', 'require', 'types'];
    return order.filter((name) => name in conditions).flatMap((name) => leaves(conditions[name]));
  };
  const map = record(field);
  if (!map || !Object.keys(map).some((name) => name.startsWith('.') || name.startsWith('#'))) {
    return key === '.' ? leaves(field) : [];
  }
  if (key in map) return leaves(map[key]);
  for (const [pattern, value] of Object.entries(map)) {
    const star = pattern.indexOf('*');
    if (star < 0) continue;
    const head = pattern.slice(0, star);
    const tail = pattern.slice(star + 1);
    if (!key.startsWith(head) || !key.endsWith(tail) || key.length < head.length + tail.length) continue;
    const middle = key.slice(head.length, key.length - tail.length);
    return leaves(value).map((target) => target.replace(/\*/g, middle));
  }
  return [];
}

function svelteAliases(host: Host, dir: string): TsConfig['paths'] {
  const names = ['svelte.config.js', 'svelte.config.ts', 'svelte.config.mjs', 'vite.config.ts', 'vite.config.js'];
  for (const name of names) {
    const text = host.isFile(`${dir}/${name}`) ? host.read(`${dir}/${name}`) : undefined;
    // The plugin of Vite takes the settings as well.
    if (text && name.startsWith('vite') && !/\bsveltekit\(\s*\{/.test(text)) continue;
    const block = text && /\balias\s*:\s*\{([^}]*)\}/.exec(text)?.[1];
    if (!block) continue;
    return [...block.matchAll(/['"]?([$@#~\w/*-]+)['"]?\s*:\s*['"]([^'"]+)['"]/g)].flatMap(([, alias, target]) => {
      const at = join(dir, target!);
      if (alias!.endsWith('/*')) return [{ pattern: alias!, targets: [at] }];
      return [
        { pattern: alias!, targets: [at] },
        { pattern: `${alias}/*`, targets: [`${at}/*`] },
      ];
    });
  }
  return [];
}

/** The version in package-lock.json, pnpm-lock.yaml or yarn.lock beside a package.json. */
function lockedVersion(host: Host, dir: string, name: string): string | undefined {
  const base = dir === '/' ? '' : dir;
  const read = (file: string): string | undefined =>
    host.isFile(`${base}/${file}`) ? host.read(`${base}/${file}`) : undefined;
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const npm = read('package-lock.json');
  const inNpm = npm && new RegExp(`"node_modules/${escaped}":\\s*\\{\\s*"version":\\s*"([^"]+)"`).exec(npm);
  if (inNpm) return inNpm[1];
  const pnpm = read('pnpm-lock.yaml');
  const inPnpm =
    pnpm &&
    (new RegExp(
      `\\n\\s+'?${escaped}'?:\\s*\\n\\s+specifier:[^\\n]*\\n\\s+version:\\s*'?(\\d+\\.\\d+\\.\\d+[^\\s'(]*)`,
    ).exec(pnpm) ??
      new RegExp(`\\n\\s+'?/?${escaped}[@/](\\d+\\.\\d+\\.\\d+[^:('\\s]*)`).exec(pnpm));
  if (inPnpm) return inPnpm[1];
  const yarn = read('yarn.lock');
  const inYarn = yarn && new RegExp(`(?:^|\\n)"?${escaped}@[^\\n]*:\\s*\\n\\s+version:?\\s+"?([^"\\s]+)`).exec(yarn);
  return inYarn ? inYarn[1] : undefined;
}
