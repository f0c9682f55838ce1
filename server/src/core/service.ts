import picomatch from 'picomatch';
import { createAnalysis } from './analysis';
import { CONFIG_FILE, mergeSettings, readConfig } from './config';
import { cookieReferenceAt } from './cookie-hover';
import { checkFile } from './engine';
import type { Failure } from './engine';
import type { Host } from './host';
import { isWalked, walkSources } from './index-walk';
import { basename, isUnder, relative } from './paths';
import type { Finding, Fix } from './rule';
import { explainRule, hoverText } from './explain';
import type { Action, FileStatus, HoverInfo, IndexState, Service, ServiceOptions, Settings } from './service.types';
import { applyDirectives, disableFileEdit, disableLineEdit, UNUSED_DIRECTIVE } from './suppress';
import { isDeclarationPath, isManifestPath, isSourcePath } from './syntax';
import type { FileEdit, TextEdit } from './text';
import { createWordFinder } from './words';

interface Cached {
  readonly text: string;
  readonly epoch: number;
  readonly findings: readonly Finding[];
}

/** Files that a directive, a template or a folder rule keeps out, and those that rules look at. */
const OUR_WORDS = /lucia-guard-disable-/;

/**
 * The facade over the whole analysis: what editors and the command line ask. All answers are about texts given by
 * `open` or read through the host; nothing is written.
 */
export function createService(host: Host, options: ServiceOptions): Service {
  const analysis = createAnalysis(host, options.writeWrapper);
  const { project } = analysis;
  const { rules } = options;
  const finder = createWordFinder(rules, (rule) => rule.words);
  const cache = new Map<string, Cached>();
  const failures = new Map<string, Failure>();
  const reported = new Set<string>();
  const folderSettings = new Map<string | undefined, Partial<Settings>>();
  const merged = new Map<string | undefined, { text: string | undefined; settings: Settings }>();
  let folders: readonly string[] = [];
  let indexed = new Set<string>();
  let sources = new Set<string>();
  /** Files outside of the index that were looked at once: an event tells when one of them changes. */
  let judged = new Set<string>();
  let walker: Generator<string | undefined> | undefined;
  let pending: string[] = [];
  let state: IndexState = { phase: 'idle', done: 0, total: 0 };

  const folderOf = (path: string): string | undefined => {
    let best: string | undefined;
    for (const folder of folders)
      if (isUnder(path, folder) && (best === undefined || folder.length > best.length)) best = folder;
    return best;
  };

  const settingsFor = (path: string): Settings => {
    const folder = folderOf(path) ?? project.packageOf(path)?.dir;
    const at = `${folder}/${CONFIG_FILE}`;
    const text = folder === undefined ? undefined : project.text(at);
    const known = merged.get(folder);
    if (known && known.text === text) return known.settings;
    const settings = mergeSettings(
      options.settings ?? {},
      text === undefined ? {} : readConfig(at, text),
      folderSettings.get(undefined) ?? {},
      folder === undefined ? {} : (folderSettings.get(folder) ?? {}),
    );
    merged.set(folder, { text, settings });
    return settings;
  };

  const isExcluded = (path: string, settings: Settings): boolean => {
    const folder = folderOf(path) ?? project.packageOf(path)?.dir;
    return (
      settings.exclude.length > 0 &&
      folder !== undefined &&
      picomatch.isMatch(relative(folder, path), [...settings.exclude])
    );
  };

  const status = (path: string): FileStatus => {
    const settings = settingsFor(path);
    const isManifest = isManifestPath(path);
    if (!settings.enable)
      return { state: 'off', reason: 'Lucia Guard is turned off for this folder (luciaGuard.enable).' };
    if (isExcluded(path, settings)) return { state: 'off', reason: 'The file matches luciaGuard.exclude.' };
    if (!isManifest && !isSourcePath(path))
      return { state: 'none', reason: 'Lucia Guard reads TypeScript, JavaScript, .astro files and package.json.' };
    const text = project.text(path);
    if (text === undefined)
      return { state: 'none', reason: 'The file cannot be read, or is larger than two megabytes.' };
    if (isDeclarationPath(path) && !text.includes('lucia'))
      return { state: 'none', reason: 'The file holds declarations only.' };
    if (!project.usesLucia(path) && !/['"](?:lucia|arctic|oslo(?:\/\w+)?|@lucia-auth\/[\w-]+)['"]/.test(text)) {
      return {
        state: 'none',
        reason:
          'Neither the nearest package.json nor a package of the workspace that uses it depends on lucia, arctic or oslo, and the file imports none of them.',
      };
    }
    if (!finder.askers(path, text).length) {
      return { state: 'none', reason: 'Nothing in the file has to do with sessions, cookies, passwords or OAuth.' };
    }
    return { state: 'checked', reason: `The file is checked with ${rules.length} rules.` };
  };

  const compute = (path: string, cancelled?: () => boolean): readonly Finding[] | undefined => {
    const text = project.text(path);
    if (text === undefined) return [];
    const known = cache.get(path);
    if (known && known.text === text && known.epoch === project.epoch()) return known.findings;
    const isChecked = status(path).state === 'checked';
    if (!isChecked && !OUR_WORDS.test(text)) return [];
    let found: readonly Finding[] = [];
    if (isChecked) {
      const file = project.model(path);
      if (!file) return [];
      const result = checkFile(analysis, file, finder.askers(path, text), settingsFor(path), cancelled);
      if (!result) return undefined;
      found = result.findings;
      for (const failure of result.failures) if (!failures.has(failure.ruleId)) failures.set(failure.ruleId, failure);
    }
    // The words in a string or template (of a linter's own code, of a test) direct nothing.
    const literals = isSourcePath(path) && OUR_WORDS.test(text) ? project.model(path) : undefined;
    const isText = (offset: number): boolean =>
      !!literals &&
      [...literals.strings, ...literals.templates].some((literal) => literal.pos <= offset && offset < literal.end);
    const { kept, unused } = applyDirectives(text, found, isText);
    const all = [...kept];
    for (const directive of unused) {
      const { start, end } = directive;
      const named = directive.rules.length ? directive.rules.join(', ') : 'any rule';
      all.push({
        ruleId: UNUSED_DIRECTIVE,
        messageId: 'unused',
        message: `This directive silences nothing: no finding of ${named} here.`,
        severity: 'information',
        path,
        start,
        end,
        related: [],
        fixable: true,
        fixes: () => [
          {
            title: 'Remove the unused directive',
            kind: 'safe',
            edits: () => [{ path, edits: [removal(text, start, end)] }],
          },
        ],
      });
    }
    all.sort((a, b) => a.start - b.start || a.end - b.end);
    cache.set(path, { text, epoch: project.epoch(), findings: all });
    return all;
  };

  const safely = <T>(what: string, path: string, fallback: T, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (!failures.has(what)) failures.set(what, { ruleId: what, path, error });
      return fallback;
    }
  };

  const diagnostics = (path: string, cancelled?: () => boolean): readonly Finding[] =>
    safely('engine', path, [], () => {
      const found = compute(path, cancelled) ?? [];
      return adoptStrays() ? (compute(path, cancelled) ?? []) : found;
    });

  /**
   * Takes files into the index that are used and that no event has told of: watchers lose events of folders that are
   * made in one go. Whether there were any.
   */
  const adoptStrays = (): boolean => {
    const before = indexed.size;
    for (const path of project.takeStrays()) {
      if (state.phase !== 'ready' || judged.has(path) || sources.has(path)) continue;
      judged.add(path);
      const text = project.text(path);
      const folder = folderOf(path);
      if (text !== undefined && isSourcePath(path) && folder && isWalked(host, folder, path)) {
        sources.add(path);
        if (project.isRelevant(text, path)) indexed.add(path);
      }
    }
    if (indexed.size === before) return false;
    project.setIndexed(indexed, true);
    return true;
  };

  const fixesOf = (finding: Finding): readonly Fix[] => safely(finding.ruleId, finding.path, [], () => finding.fixes());

  const touching = (path: string, start: number, end: number): readonly Finding[] =>
    diagnostics(path).filter((finding) => finding.start <= end && finding.end >= start);

  const codeActions = (path: string, start: number, end: number): readonly Action[] => {
    const fixes: Action[] = [];
    const all: Action[] = [];
    const disable: Action[] = [];
    const documents: Action[] = [];
    const findings = touching(path, start, end);
    for (const finding of findings) {
      const base = { ruleId: finding.ruleId, start: finding.start, end: finding.end };
      const own = fixesOf(finding);
      own.forEach((fix, fixIndex) => {
        fixes.push({
          ...base,
          title: fix.kind === 'safe' ? fix.title : `${fix.title} (review)`,
          kind: 'fix',
          fixIndex,
          isPreferred: fix.kind === 'safe' && own.length === 1,
        });
      });
      if (documents.some((action) => action.ruleId === finding.ruleId)) continue;
      const same = diagnostics(path).filter((other) => other.ruleId === finding.ruleId);
      if (same.length > 1 && same.filter((other) => fixesOf(other).some((fix) => fix.kind === 'safe')).length > 1) {
        all.push({
          ...base,
          title: `Fix all ${finding.ruleId} problems in this file`,
          kind: 'fixAllOfRule',
          isPreferred: false,
        });
      }
      if (finding.ruleId === UNUSED_DIRECTIVE) continue;
      disable.push({
        ...base,
        title: `Disable ${finding.ruleId} for this line`,
        kind: 'disableLine',
        isPreferred: false,
      });
      disable.push({
        ...base,
        title: `Disable ${finding.ruleId} for the entire file`,
        kind: 'disableFile',
        isPreferred: false,
      });
      documents.push({
        ...base,
        title: `Show documentation for ${finding.ruleId}`,
        kind: 'documentation',
        isPreferred: false,
      });
    }
    return [...fixes, ...all, ...disable, ...documents];
  };

  const resolve = (path: string, action: Action): readonly FileEdit[] | undefined => {
    const text = project.text(path);
    if (text === undefined) return undefined;
    if (action.kind === 'documentation') return undefined;
    if (action.kind === 'fixAllOfRule') {
      const edits = fixAll(path, action.ruleId);
      return edits.length ? [{ path, edits }] : undefined;
    }
    if (action.kind === 'disableLine') return [{ path, edits: [disableLineEdit(text, action.start, action.ruleId)] }];
    if (action.kind === 'disableFile')
      return [{ path, edits: [disableFileEdit(text, action.ruleId, topOf(path, text))] }];
    const finding = diagnostics(path).find(
      (candidate) =>
        candidate.ruleId === action.ruleId && candidate.start === action.start && candidate.end === action.end,
    );
    const fix = finding && fixesOf(finding)[action.fixIndex ?? 0];
    return fix && safely(action.ruleId, path, undefined, () => fix.edits());
  };

  const fixAll = (path: string, ruleId?: string): readonly TextEdit[] => {
    const chosen: TextEdit[] = [];
    for (const finding of diagnostics(path)) {
      if (ruleId !== undefined && finding.ruleId !== ruleId) continue;
      const safe = fixesOf(finding).find((fix) => fix.kind === 'safe');
      const edits = safe && safely(finding.ruleId, path, undefined, () => safe.edits());
      if (!edits || edits.length !== 1 || edits[0]!.path !== path || edits[0]!.create) continue;
      const own = edits[0]!.edits.filter((edit) => !chosen.some((other) => sameEdit(other, edit)));
      if (own.some((edit) => chosen.some((other) => overlaps(edit, other)))) continue;
      chosen.push(...own);
    }
    return chosen.sort((a, b) => a.start - b.start);
  };

  const cookieReference = (path: string, offset: number): HoverInfo | undefined => {
    if (!isSourcePath(path) || status(path).state === 'off' || !project.usesLucia(path)) return undefined;
    const file = project.model(path);
    return file && cookieReferenceAt(analysis, file, offset);
  };

  const startIndex = (): void => {
    indexed = new Set();
    sources = new Set();
    judged = new Set();
    pending = [];
    walker = walkFolders();
    state = { phase: 'indexing', done: 0, total: 0 };
  };
  function* walkFolders(): Generator<string | undefined> {
    for (const folder of folders) yield* walkSources(host, folder);
  }

  const limit = (): number => Math.max(1, ...folders.map((folder) => settingsFor(`${folder}/x`).maxIndexedFiles));

  const index = (budgetMs: number, now: () => number): IndexState => {
    if (state.phase === 'ready' || state.phase === 'partial') return state;
    if (state.phase === 'idle') startIndex();
    const end = now() + budgetMs;
    const max = limit();
    // One step at least: a budget below the tick of the clock would never get anywhere.
    do {
      if (walker) {
        const next = walker.next();
        if (next.done) walker = undefined;
        else if (next.value !== undefined) {
          sources.add(next.value);
          pending.push(next.value);
          if (sources.size >= max) walker = undefined;
        }
        continue;
      }
      const path = pending.pop();
      if (path === undefined) {
        project.setIndexed(indexed, true);
        state = { phase: sources.size >= max ? 'partial' : 'ready', done: sources.size, total: sources.size };
        return state;
      }
      const text = project.text(path);
      if (text !== undefined && isSourcePath(path) && project.isRelevant(text, path)) indexed.add(path);
    } while (now() < end);
    state = { phase: 'indexing', done: sources.size - pending.length, total: sources.size };
    return state;
  };

  return {
    rules,
    setFolders(next) {
      folders = next;
      startIndex();
      project.setIndexed(new Set(), false);
    },
    setSettings(folder, settings) {
      folderSettings.set(folder, settings);
      merged.clear();
      cache.clear();
    },
    settingsFor,
    open(path, text) {
      safely('engine', path, undefined, () => project.open(path, text));
      if (
        !indexed.has(path) &&
        state.phase !== 'indexing' &&
        isSourcePath(path) &&
        folderOf(path) &&
        project.isRelevant(text, path)
      ) {
        indexed.add(path);
        project.setIndexed(indexed, project.indexed());
      }
    },
    close: (path) => project.close(path),
    fileChanged(path) {
      project.changed(path);
      if (basename(path) === '.gitignore') startIndex();
      else if (isSourcePath(path) && folderOf(path)) {
        const text = project.text(path);
        const relevant = text !== undefined && project.isRelevant(text, path) && !path.includes('/node_modules/');
        if (relevant !== indexed.has(path)) {
          if (relevant) indexed.add(path);
          else indexed.delete(path);
          if (project.indexed()) project.setIndexed(indexed, true);
        }
        if (text === undefined) {
          sources.delete(path);
          cache.delete(path);
        } else sources.add(path);
      }
      if (basename(path) === CONFIG_FILE) cache.clear();
    },
    index,
    indexState: () => state,
    epoch: () => project.epoch(),
    diagnostics,
    status,
    codeActions: (path, start, end) => safely('engine', path, [], () => codeActions(path, start, end)),
    resolve,
    fixAll: (path, ruleId) => safely('engine', path, [], () => fixAll(path, ruleId)),
    hover(path, offset) {
      const finding = touching(path, offset, offset)[0];
      const rule = finding && rules.find((candidate) => candidate.id === finding.ruleId);
      const reference = safely('engine', path, undefined, () => cookieReference(path, offset));
      if (!rule || !finding) return reference;
      const markdown = [hoverText(rule), ...(reference ? [reference.markdown] : [])].join('\n\n---\n\n');
      return { start: finding.start, end: finding.end, markdown };
    },
    explain(ruleId) {
      const rule = rules.find((candidate) => candidate.id === ruleId);
      return rule && explainRule(rule);
    },
    checkedFiles: () => [...sources].sort(),
    takeFailures() {
      const all = [...failures.values()].filter((failure) => !reported.has(failure.ruleId));
      for (const failure of all) reported.add(failure.ruleId);
      return all;
    },
    filesParsed: () => project.filesParsed(),
  };
}

/** After a shebang, and inside the fence of an .astro file. */
function topOf(path: string, text: string): number {
  if (path.endsWith('.astro')) return /^\uFEFF?\s*---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  return /^#!.*\r?\n/.exec(text)?.[0].length ?? 0;
}

/** The directive, with its line when it stands alone on it. */
function removal(text: string, start: number, end: number): TextEdit {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start);
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(end));
  if (before.trim() === '' && rest) return { start: lineStart, end: end + rest[0].length, newText: '' };
  return { start: start - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end, newText: '' };
}

function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

function overlaps(a: TextEdit, b: TextEdit): boolean {
  return a.start < b.end && b.start < a.end;
}
