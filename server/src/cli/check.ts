import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from '../core/paths';
import { CONFIG_FILE, asSeverity, sanitize } from '../core/config';
import type { Host } from '../core/host';
import type { Finding } from '../core/rule';
import { createService } from '../core/service';
import type { Service } from '../core/service.types';
import { ts } from '../core/syntax';
import { applyEdits, lineColumnAt, lineStarts } from '../core/text';
import { createDiskHost, exists, toHostPath } from '../node/host';
import { rules } from '../rules/index.generated';
import { renderSessionWrapper } from '../templates/wrapper';
import { baselineOf, withoutBaseline } from './baseline';
import { outermost, projectFolder, sourceFiles } from './files';
import { countOf } from './findings';
import type { CheckResult, CliFinding } from './findings';
import { UsageError, isKnownRule } from './options';
import type { CheckOptions } from './options';

const ruleIds = rules.map(({ id }) => id);

/** A fix can make room for another; this many rounds are enough for any file that people write. */
const MAX_FIX_ROUNDS = 10;

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the command line takes from the process. */
export interface Environment {
  readonly cwd: string;
  readonly version: string;
  readonly color: boolean;
  out(text: string): void;
  /** One line for the person who called. */
  note(line: string): void;
  /**
   * Lets the person who called choose, the first option by default; answers undefined when they leave. Missing where
   * nobody can answer.
   */
  readonly ask?: (question: string, options: readonly Option[]) => Promise<string | undefined>;
}

/**
 * A service that knows the projects around the paths.
 * @param named paths as the caller wrote them
 */
export function openProjects(named: readonly string[], ruleSettings: CheckOptions['rules'], cwd: string) {
  const host = createDiskHost();
  const service = createService(host, { rules, writeWrapper: renderSessionWrapper });
  const paths = named.map((name) => {
    const path = toHostPath(name, cwd);
    if (!exists(path)) throw new UsageError(`no such file or folder: ${name}`);
    return path;
  });
  const folders = outermost(paths.map((path) => projectFolder(host, path)));
  service.setFolders(folders);
  for (const folder of [undefined, ...folders]) service.setSettings(folder, { rules: ruleSettings });
  return { host, service, paths, folders };
}

/** Runs `check`; answers what was found and the exit code. */
export function check(options: CheckOptions, environment: Environment): { result: CheckResult; exitCode: number } {
  const { host, service, paths, folders } = openProjects(options.paths, options.rules, environment.cwd);
  const files = [...new Set(paths.flatMap((path) => sourceFiles(host, path)))];
  for (const folder of folders) noteConfigMistakes(`${folder}/${CONFIG_FILE}`, host, environment);
  while (service.index(1000, Date.now).phase === 'indexing');
  const readable = files.filter((file) => {
    const known = host.read(file) !== undefined;
    if (!known && paths.includes(file)) environment.note(`not read, because it is not text: ${file}`);
    return known;
  });
  const unwritable = options.fix ? readable.filter((file) => !fix(service, file, environment)) : [];

  const cwd = toHostPath(environment.cwd);
  const all = readable.flatMap((file) =>
    service.diagnostics(file).map((finding) => toCliFinding(finding, cwd, (path) => host.read(path) ?? '')),
  );
  all.sort(byPlace);
  for (const { ruleId, path, error } of service.takeFailures()) {
    environment.note(
      `rule ${ruleId} failed on ${relative(cwd, path)}: ${error instanceof Error ? error.message : error}`,
    );
  }
  const findings = applyBaseline(all, options, environment);
  const tooMany = countOf(findings, 'warning') > options.maxWarnings;
  const exitCode = unwritable.length > 0 ? 2 : countOf(findings, 'error') > 0 || tooMany ? 1 : 0;
  return { result: { findings, filesScanned: files.length, filesParsed: service.filesParsed() }, exitCode };
}

/** A setting that has no effect because it is misspelt looks like a rule that finds nothing. */
function noteConfigMistakes(path: string, host: Host, environment: Environment): void {
  const text = host.isFile(path) ? host.read(path) : undefined;
  if (text === undefined) return;
  const { config, error } = ts.parseConfigFileTextToJson(path, text);
  if (error) environment.note(`${path} is not valid JSON: only what can be read of it applies`);
  const json = (config ?? {}) as Record<string, unknown>;
  const kept: Readonly<Record<string, unknown>> = sanitize(json);
  for (const [key, value] of Object.entries(json)) {
    if (key === '$schema') continue;
    if (!(key in kept)) environment.note(`${path}: "${key}" has no effect`);
    else if (key === 'rules') {
      for (const [id, severity] of Object.entries(value as object)) {
        if (!isKnownRule(id, ruleIds) || asSeverity(severity) === undefined) {
          environment.note(`${path}: "${id}" in "rules" has no effect`);
        }
      }
    }
  }
}

/** Applies the safe fixes to a file; false when it could not be written. */
function fix(service: Service, file: string, environment: Environment): boolean {
  try {
    for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
      const edits = service.fixAll(file);
      if (edits.length === 0) return true;
      const bytes = readFileSync(file);
      const text = bytes.toString('utf8');
      if (!Buffer.from(text, 'utf8').equals(bytes)) {
        environment.note(`not fixed, because it is not UTF-8: ${file}`);
        return true;
      }
      writeFileSync(file, applyEdits(text, edits));
      service.fileChanged(file);
    }
    return true;
  } catch (error) {
    environment.note(`could not fix ${file}: ${(error as Error).message}`);
    return false;
  }
}

function toCliFinding(finding: Finding, cwd: string, read: (path: string) => string): CliFinding {
  const spot = (path: string, offset: number) => lineColumnAt(lineStarts(read(path)), offset);
  const start = spot(finding.path, finding.start);
  const end = spot(finding.path, finding.end);
  return {
    file: relative(cwd, finding.path),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    fixable: finding.fixable,
    related: finding.related.map(({ path, start: at, message }) => ({
      file: relative(cwd, path),
      ...spot(path, at),
      message,
    })),
    source: (read(finding.path).split(/\r\n|\r|\n/)[start.line - 1] ?? '').trim(),
  };
}

function byPlace(a: CliFinding, b: CliFinding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}

function applyBaseline(
  findings: readonly CliFinding[],
  options: CheckOptions,
  environment: Environment,
): readonly CliFinding[] {
  if (options.baseline === undefined) return findings;
  const path = toHostPath(options.baseline, environment.cwd);
  const cwd = toHostPath(environment.cwd);
  const fileOf = ({ file }: CliFinding) => relative(dirname(path), toHostPath(file, cwd));
  if (options.updateBaseline) {
    try {
      writeFileSync(path, baselineOf(findings, fileOf));
    } catch (error) {
      throw new UsageError(`could not write the baseline ${options.baseline}: ${(error as Error).message}`);
    }
    environment.note(`wrote ${findings.length} findings to ${options.baseline}`);
    return [];
  }
  const text = createDiskHost().read(path);
  if (text === undefined) {
    throw new UsageError(`no such baseline: ${options.baseline} (--update-baseline writes one)`);
  }
  try {
    const left = withoutBaseline(findings, text, fileOf);
    if (left.length < findings.length) {
      environment.note(`${findings.length - left.length} findings of the baseline are not shown`);
    }
    return left;
  } catch (error) {
    throw new UsageError(`could not read the baseline ${options.baseline}: ${(error as Error).message}`);
  }
}
