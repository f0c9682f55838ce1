/** Path arithmetic on absolute paths with forward slashes. No I/O. */

export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return path;
  return path.slice(0, slash) || '/';
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function join(base: string, relative: string): string {
  if (relative.startsWith('/')) return normalize(relative);
  return normalize(`${base}/${relative}`);
}

export function normalize(path: string): string {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') out.pop();
    else out.push(part);
  }
  const scheme = /^[a-zA-Z][\w+.-]+:\/\//.exec(path)?.[0];
  if (scheme) return scheme + out.slice(1).join('/');
  return (path.startsWith('/') ? '/' : '') + out.join('/');
}

export function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

/** The path of `to` as seen from the folder `from`, with forward slashes and `../` where needed. */
export function relative(from: string, to: string): string {
  const a = from.split('/').filter(Boolean);
  const b = to.split('/').filter(Boolean);
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  return [...a.slice(common).map(() => '..'), ...b.slice(common)].join('/');
}

/** The folder of a path and every folder above it, nearest first. */
export function* ancestors(path: string): Generator<string> {
  let current = dirname(path);
  for (;;) {
    yield current;
    const parent = dirname(current);
    if (parent === current) return;
    current = parent;
  }
}

/** Files of a package (by their path in it) that take no part in what it serves: tests, stories, seeds, scripts. */
export const AUXILIARY =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|mocks?|fixtures|stories|seed(?:er)?s?|migrations?|scripts)\/|\.(?:test|spec|stories|e2e-spec|mock|d)\.[cm]?[jt]sx?$|(?:^|\/)seed\.[cm]?[jt]s$/;
