import type { Host } from './host';
import { createModel, updateModel } from './model';
import type { FileModel } from './model';
import { createModules, packageNameOf } from './modules';
import type { Modules, PackageInfo } from './modules';
import { EXCHANGE_WORDS } from './packages';
import { isUnder } from './paths';
import { isManifestPath, isSourcePath } from './syntax';
import { changedWindow } from './text';

/** Files above this size (in characters) are left alone: bundles and generated data, not code that people write. */
const MAX_TEXT = 1_000_000;

/** Words that are remembered for a file: a name that is being typed is asked for in each of its stages. */
const MAX_WORDS = 1000;

/** Words of which at least one occurs in every file that takes part in authentication, declares tables or registers handlers. */
const RELEVANT =
  /\blucia\b|\barctic\b|\boslo\b|session|validateRequest|validateAuthorizationCode|verifyRequestOrigin|argon2|bcrypt|scrypt|passw(?:or)?d|\bcookies?\b|log-?out|sign-?out|\blog-?in\b|\bsign-?in\b|create\s+table|\brelations\(|drizzle-orm\/\w+-core|APP_GUARD|useGlobalGuards|Bun\.serve\(|@hono\/node-server|\.listen\(|from ['"](?:express|hono|fastify|elysia)\b|require\(['"](?:express|fastify)['"]/i;

/** Files whose name makes them reachable by clients: whether they look at the session matters, all the more if they don't. */
const ENTRY =
  /\/(?:route|page|layout|middleware|proxy|\+server|\+(?:page|layout)\.server|hooks\.server)\.[cm]?[jt]sx?$|\/server\/(?:api|routes|middleware)\/|\/(?:pages|routes|routers)\/|[/.](?:routes?|router|controller)\.[cm]?[jt]s$/;

/** Packages whose presence says that a project is one of ours. */
const IMPORTS_OURS = /\bfrom\s*['"](?:lucia|arctic|oslo(?:\/\w+)?|@lucia-auth\/[\w-]+)['"]/;
const OUR_PACKAGES = /^(?:lucia|lucia-auth|oslo|arctic|@lucia-auth\/.+|@oslojs\/.+)$/;

export interface Project {
  readonly modules: Modules;
  /** The editor's text, else the text on disk. */
  text(path: string): string | undefined;
  /** The parsed file, or undefined when it is missing, too large or not source. Parsed again only when its text changed. */
  model(path: string): FileModel | undefined;
  /** The file that a specifier leads to, parsed. */
  imported(from: FileModel, specifier: string): FileModel | undefined;
  /** A file of the project that an answer about another one asks for without an import, parsed. */
  lookedAt(from: FileModel, path: string): FileModel | undefined;
  /** Where an auto-imported name (Nuxt, Nitro) is defined. */
  autoImported(from: FileModel, name: string): { readonly file: FileModel; readonly name: string } | undefined;
  packageOf(path: string): PackageInfo | undefined;
  /** Whether the file belongs to a project that depends on Lucia, Arctic or Oslo. */
  usesLucia(path: string): boolean;
  /** Whether the package of a path depends on Lucia 1 or 2. */
  isLegacyLucia(path: string): boolean;
  /** Whether a text could take part in authentication at all: decided without a parse. */
  isRelevant(text: string, path: string): boolean;
  /** Whether a file's text holds a word anywhere. Asked often, answered once for each text. */
  mentions(path: string, word: string): boolean;
  /** What follows from a file's text alone: worked out once for each text that it has. */
  factOf<T>(path: string, slot: string, compute: (text: string) => T): T;
  /** Indexed relevant files of the project that a path belongs to. Empty until the index is ready. */
  filesNear(path: string): readonly string[];
  /** The paths of the entries of a folder; empty when there is none. Not only source files. */
  entriesOf(folder: string): readonly string[];
  indexed(): boolean;
  /** Whether the project that a path belongs to keeps sessions by itself, without an instance of Lucia. False until indexed. */
  hasOwnSessions(path: string): boolean;
  /** Whether the project has an instance of Lucia that it never asks to validate: it looks sessions up itself. */
  looksUpSessions(path: string): boolean;
  setIndexed(paths: ReadonlySet<string>, complete: boolean): void;
  /** Files that imports have led to since the last time and that are not in the index: nothing told that they are there. */
  takeStrays(): readonly string[];
  open(path: string, text: string): void;
  close(path: string): void;
  /** Tells that a file changed on disk. */
  changed(path: string): void;
  /** Grows whenever the facts that files know of each other may have changed. */
  epoch(): number;
  filesParsed(): number;
  /** A cache for answers about whole projects, dropped when the epoch grows. */
  readonly projectMemo: Map<string, unknown>;
}

export function createProject(host: Host): Project {
  const modules = createModules(host);
  const overlays = new Map<string, string>();
  const models = new Map<string, FileModel | null>();
  const disk = new Map<string, string | null>();
  const projectMemo = new Map<string, unknown>();
  /** Answers that follow from the list of files and the manifests alone: they outlive the edits of source files. */
  const layoutMemo = new Map<string, unknown>();
  const mentioned = new Map<string, { readonly text: string; readonly words: Map<string, boolean> }>();
  const facts = new Map<string, { readonly text: string; readonly known: Map<string, unknown> }>();
  let indexedPaths: ReadonlySet<string> = new Set();
  let complete = false;
  let epoch = 0;
  let parsed = 0;
  /** Files whose content some other file's analysis has looked at. */
  const observed = new Set<string>();
  /** From which files an analysis went to a file: their cached answers fall with it. */
  const users = new Map<string, Set<string>>();
  const strays = new Set<string>();
  const relate = (from: string, to: string): void => {
    if (from !== to) (users.get(to) ?? users.set(to, new Set()).get(to)!).add(from);
  };

  const text = (path: string): string | undefined => {
    const overlay = overlays.get(path);
    if (overlay !== undefined) return overlay;
    let known = disk.get(path);
    if (known === undefined) {
      const size = host.size(path);
      known = size === undefined || size > MAX_TEXT * 2 ? null : (host.read(path) ?? null);
      disk.set(path, known);
    }
    return known ?? undefined;
  };

  const model = (path: string): FileModel | undefined => {
    const known = models.get(path);
    const current = text(path);
    if (known && known.text === current) return known;
    if (current === undefined || current.length > MAX_TEXT || !(isSourcePath(path) || isManifestPath(path))) {
      models.set(path, null);
      return undefined;
    }
    parsed++;
    if (known) {
      updateModel(known, current);
      return known;
    }
    const next = createModel(path, current);
    models.set(path, next);
    return next;
  };

  /** Other files' cached answers may point into a tree that is gone: they are made anew from the parsed files. */
  const dropFacts = (): void => {
    epoch++;
    layoutMemo.clear();
    projectMemo.clear();
    for (const known of models.values()) {
      if (!known) continue;
      known.memo = new Map();
      known.callerMemo = undefined;
    }
  };
  /**
   * After an edit of one file: the answers of the files that use it, and those that ask for callers. Its own are sorted
   * out when it is parsed again, unless they may have gone through a file that uses it.
   */
  const dropAround = (path: string): void => {
    projectMemo.clear();
    for (const known of models.values()) if (known) known.callerMemo = undefined;
    const seen = new Set<string>(users.get(path));
    for (const current of seen) {
      const known = models.get(current);
      if (known) known.memo = new Map();
      for (const user of users.get(current) ?? []) seen.add(user);
    }
  };

  const autoImports = (root: string): ReadonlyMap<string, { path: string; name: string }> => {
    const key = `autoImports\0${root}`;
    const known = projectMemo.get(key) as ReadonlyMap<string, { path: string; name: string }> | undefined;
    if (known) return known;
    const names = new Map<string, { path: string; name: string }>();
    const scan = (dir: string, depth: number): void => {
      for (const entry of host.list(dir) ?? []) {
        const at = `${dir}/${entry.name}`;
        if (entry.kind === 'directory') {
          if (depth < 4) scan(at, depth + 1);
        } else if (isSourcePath(at)) {
          observed.add(at);
          const file = model(at);
          if (!file) continue;
          for (const name of file.exports.keys()) {
            const shown = name === 'default' ? camelCase(entry.name.replace(/\..*$/, '')) : name;
            if (!names.has(shown)) names.set(shown, { path: at, name });
          }
          for (const specifier of file.starExports) {
            const target = modules.resolve(at, specifier);
            const source = target.kind === 'file' ? model(target.path) : undefined;
            for (const name of source?.exports.keys() ?? [])
              if (!names.has(name)) names.set(name, { path: source!.path, name });
          }
        }
      }
    };
    for (const dir of [
      'server/utils',
      'src/server/utils',
      'utils',
      'shared/utils',
      'shared',
      'app/utils',
      'composables',
    ]) {
      scan(`${root}/${dir}`, 0);
    }
    projectMemo.set(key, names);
    return names;
  };

  const mentions = (path: string, word: string): boolean => {
    const content = text(path) ?? '';
    let known = mentioned.get(path);
    if (known?.text !== content || known.words.size > MAX_WORDS)
      mentioned.set(path, (known = { text: content, words: new Map() }));
    let answer = known.words.get(word);
    if (answer === undefined) known.words.set(word, (answer = content.includes(word)));
    return answer;
  };

  const factOf = <T>(path: string, slot: string, compute: (text: string) => T): T => {
    const content = text(path) ?? '';
    let own = facts.get(path);
    if (own?.text !== content) facts.set(path, (own = { text: content, known: new Map() }));
    if (!own.known.has(slot)) own.known.set(slot, compute(content));
    return own.known.get(slot) as T;
  };

  const sessionWordsOf = (path: string): { readonly lucia: boolean; readonly session: boolean } =>
    factOf(path, 'sessionWords', (content) => ({
      // The instance may be in a package that is not here: its own names tell of it.
      lucia:
        /\bLucia\b\s*[<(]|extends\s+Lucia\b|\blucia\.(?:sessionCookieName|createSessionCookie|validateSession)\b/.test(
          content,
        ),
      // What is imported from is no more than a name.
      session: /session/i.test(content.replace(/\bfrom\s*['"][^'"\n]*['"]/g, '')),
    }));

  const filesNear = (path: string): readonly string[] => {
    const root = modules.projectRootOf(path);
    const key = `filesNear\0${root}`;
    let known = layoutMemo.get(key) as readonly string[] | undefined;
    if (!known) {
      known = [...indexedPaths].filter((file) => isUnder(file, root) && modules.projectRootOf(file) === root);
      layoutMemo.set(key, known);
    }
    return known;
  };

  /** The members of a workspace that others which are ours depend on, directly or through members: what they do is done there. */
  const serving = (root: string, isOurs: (info: PackageInfo) => boolean): ReadonlySet<string> => {
    const key = `serving\0${root}`;
    let known = layoutMemo.get(key) as ReadonlySet<string> | undefined;
    if (known) return known;
    const members = new Map<string, PackageInfo>();
    for (const path of filesNear(`${root}/package.json`)) {
      const info = modules.packageOf(path);
      if (info?.name) members.set(info.name, info);
    }
    const found = new Set([...members.values()].filter(isOurs));
    for (const { dependencies } of found) {
      for (const name of dependencies.keys()) {
        const member = members.get(name);
        if (member) found.add(member);
      }
    }
    known = new Set([...found].map(({ dir }) => dir));
    layoutMemo.set(key, known);
    return known;
  };

  return {
    modules,
    projectMemo,
    text,
    model,
    mentions,
    factOf,
    imported(from, specifier) {
      const target = modules.resolve(from.path, specifier);
      if (target.kind !== 'file') return undefined;
      observed.add(target.path);
      relate(from.path, target.path);
      if (complete && !indexedPaths.has(target.path)) strays.add(target.path);
      return model(target.path);
    },
    lookedAt(from, path) {
      observed.add(path);
      relate(from.path, path);
      return model(path);
    },
    autoImported(from, name) {
      const info = modules.packageOf(from.path);
      if (!info) return undefined;
      const { dependencies } = info;
      if (!dependencies.has('nuxt') && !dependencies.has('nuxt3') && !dependencies.has('nitropack')) return undefined;
      const found = autoImports(info.dir).get(name);
      const file = found && found.path !== from.path ? model(found.path) : undefined;
      if (file) relate(from.path, file.path);
      return file && { file, name: found!.name };
    },
    packageOf: (path) => modules.packageOf(path),
    usesLucia(path) {
      const own = modules.packageOf(path);
      const root = modules.projectRootOf(path);
      const key = `usesLucia\0${own?.dir ?? ''}`;
      const known = (layoutMemo.get(key) ?? projectMemo.get(key)) as boolean | undefined;
      if (known !== undefined) return known;
      const ours = (info: PackageInfo | undefined): boolean =>
        !!info && [...info.dependencies.keys()].some((name) => OUR_PACKAGES.test(name));
      let uses = ours(own) || ours(modules.packageOf(`${root}/package.json`));
      if (!uses && own) {
        // A member of a workspace that depends on a member that depends on Lucia.
        for (const name of own.dependencies.keys()) {
          const target = modules.resolve(`${own.dir}/package.json`, packageNameOf(name));
          if (target.kind === 'file' && isUnder(target.path, root) && ours(modules.packageOf(target.path))) uses = true;
        }
      }
      uses ||= !!own && serving(root, ours).has(own.dir);
      if (!uses && !own?.dependencies.size) {
        // A package.json that is missing, broken or names nothing tells nothing: the files around do.
        if (!complete) return false;
        const around = own ? filesNear(path) : indexedPaths;
        uses = [...around].some((near) => IMPORTS_OURS.test(text(near) ?? ''));
        projectMemo.set(key, uses);
      } else layoutMemo.set(key, uses);
      return uses;
    },
    isLegacyLucia(path) {
      const version = modules.versionOf(path, 'lucia');
      if (version !== undefined) return Number.parseInt(version, 10) < 3;
      return modules.versionOf(path, 'lucia-auth') !== undefined;
    },
    isRelevant: (content, path) => RELEVANT.test(content) || EXCHANGE_WORDS.test(content) || ENTRY.test(path),
    filesNear,
    entriesOf(folder) {
      const key = `entries\0${folder}`;
      let known = layoutMemo.get(key) as readonly string[] | undefined;
      if (!known) {
        known = (host.list(folder) ?? []).map(({ name }) => `${folder}/${name}`);
        layoutMemo.set(key, known);
      }
      return known;
    },
    indexed: () => complete,
    hasOwnSessions(path) {
      if (!complete) return false;
      const key = `ownSessions\0${modules.projectRootOf(path)}`;
      let known = projectMemo.get(key) as boolean | undefined;
      if (known === undefined) {
        const near = filesNear(path);
        const words = near.map(sessionWordsOf);
        // A class that somebody has called Lucia in memory of the package keeps their own sessions.
        const isOwnClass = (): boolean =>
          !modules.packageOf(path)?.dependencies.has('lucia') &&
          near.some((file) => /\bclass\s+Lucia\b(?!\s+extends)/.test(text(file) ?? ''));
        known = words.some(({ session }) => session) && (!words.some(({ lucia }) => lucia) || isOwnClass());
        projectMemo.set(key, known);
      }
      return known;
    },
    looksUpSessions(path) {
      if (!complete) return false;
      const key = `looksUpSessions\0${modules.projectRootOf(path)}`;
      let known = projectMemo.get(key) as boolean | undefined;
      if (known === undefined) {
        const near = filesNear(path);
        known =
          near.some((file) => sessionWordsOf(file).lucia) && !near.some((file) => mentions(file, 'validateSession'));
        projectMemo.set(key, known);
      }
      return known;
    },
    setIndexed(paths, isComplete) {
      indexedPaths = paths;
      for (const path of paths) observed.add(path);
      complete = isComplete;
      dropFacts();
    },
    takeStrays() {
      const taken = [...strays];
      strays.clear();
      return taken;
    },
    open(path, content) {
      const before = text(path);
      overlays.set(path, content);
      if (before === content) return;
      if (before !== undefined && sameFacts(before, content)) {
        if (observed.has(path)) dropAround(path);
        return;
      }
      if (before === undefined) modules.clear();
      if (before === undefined || isManifest(path)) dropFacts();
      else if (observed.has(path)) {
        epoch++;
        dropAround(path);
      }
      if (isManifest(path)) modules.clear();
    },
    close(path) {
      const before = overlays.get(path);
      overlays.delete(path);
      disk.delete(path);
      if (before !== undefined && before !== text(path) && observed.has(path)) dropFacts();
    },
    changed(path) {
      const before = disk.get(path);
      disk.delete(path);
      const after = text(path);
      if (before === after && before !== undefined) return;
      if (before == null || after === undefined || isManifest(path)) modules.clear();
      if (!overlays.has(path)) {
        const known = models.get(path);
        if (known && after === undefined) models.delete(path);
      }
      dropFacts();
    },
    epoch: () => epoch,
    filesParsed: () => parsed,
  };
}

function isManifest(path: string): boolean {
  return /(?:^|\/)(?:package\.json|tsconfig[^/]*\.json|jsconfig\.json|lucia-guard\.json|pnpm-workspace\.yaml|[^/]*lock[^/]*|(?:svelte|vite)\.config\.[cm]?[jt]s|[^/]+\.prisma)$/.test(
    path,
  );
}

/** Whether two texts differ in white space at line ends and in whole-line comments only: then no fact changed. */
function sameFacts(before: string, after: string): boolean {
  const { start, oldEnd, newEnd } = changedWindow(before, after);
  const lineStart = before.lastIndexOf('\n', start - 1) + 1;
  const lines = (text: string, end: number): readonly string[] => {
    const lineEnd = text.indexOf('\n', end);
    return text
      .slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== '' && !/^[ \t]*\/\//.test(line));
  };
  const was = lines(before, oldEnd);
  const is = lines(after, newEnd);
  return was.length === is.length && was.every((line, at) => line === is[at]);
}

function camelCase(name: string): string {
  return name.replace(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase());
}
