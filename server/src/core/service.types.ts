import type { Finding, RuleDefinition, SeveritySetting } from './rule';
import type { FileEdit, TextEdit } from './text';
import type { WriteWrapper } from './wrapper';

/** Merged settings for one folder. Everything is optional: nothing needs to be set. */
export interface Settings {
  readonly enable: boolean;
  /** Rule id (or glob such as `no-*`) to severity. The last match wins. */
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** Globs, relative to the folder, of files that are never checked. */
  readonly exclude: readonly string[];
  /** How many files the project index may hold. */
  readonly maxIndexedFiles: number;
}

export interface IndexState {
  readonly phase: 'idle' | 'indexing' | 'ready' | 'partial';
  readonly done: number;
  readonly total: number;
}

export interface FileStatus {
  /** off: disabled by settings or excluded; none: nothing of Lucia in reach; checked: rules ran. */
  readonly state: 'off' | 'none' | 'checked';
  /** One sentence that says why, for "Explain why this file is (not) checked". */
  readonly reason: string;
}

export interface Action {
  readonly title: string;
  readonly kind: 'fix' | 'fixAllOfRule' | 'disableLine' | 'disableFile' | 'documentation';
  readonly ruleId: string;
  /** The finding it belongs to; all a stateless resolve needs together with the path. */
  readonly start: number;
  readonly end: number;
  /** Which of the finding's fixes, for kind fix. */
  readonly fixIndex?: number;
  readonly isPreferred: boolean;
}

export interface HoverInfo {
  readonly start: number;
  readonly end: number;
  /** Markdown. */
  readonly markdown: string;
}

export interface Service {
  readonly rules: readonly RuleDefinition[];
  /** Folders that are indexed; a file outside of them is still checked, with its nearest package.json as project. */
  setFolders(folders: readonly string[]): void;
  setSettings(folder: string | undefined, settings: Partial<Settings>): void;
  /** The merged settings that apply to a file, for --print-config. */
  settingsFor(path: string): Settings;
  /** The editor's text overrides the disk until `close`. */
  open(path: string, text: string): void;
  close(path: string): void;
  /** A file was created, changed or deleted on disk. */
  fileChanged(path: string): void;
  /**
   * One slice of indexing work of about `budgetMs` milliseconds (by `now`). Call until it answers ready or partial.
   * @param now clock in milliseconds
   */
  index(budgetMs: number, now: () => number): IndexState;
  indexState(): IndexState;
  /** Increases when facts changed that other files' findings may depend on: open files should be asked again. */
  epoch(): number;
  /** Never throws. Sorted by start. */
  diagnostics(path: string, cancelled?: () => boolean): readonly Finding[];
  status(path: string): FileStatus;
  /** Actions for the findings that touch the range, in the order in which a menu shows them. */
  codeActions(path: string, start: number, end: number): readonly Action[];
  /** The edits of an action; undefined when its finding is gone or the action has no edit. */
  resolve(path: string, action: Action): readonly FileEdit[] | undefined;
  /** Edits of all safe fixes of the file (of one rule when named) that do not overlap. */
  fixAll(path: string, ruleId?: string): readonly TextEdit[];
  hover(path: string, offset: number): HoverInfo | undefined;
  /** The rule's page as Markdown, or undefined for an unknown id. */
  explain(ruleId: string): string | undefined;
  /** All files of the indexed folders that would be checked, for the command line. */
  checkedFiles(): readonly string[];
  /** Rules that threw, with the error, once each. */
  takeFailures(): readonly { readonly ruleId: string; readonly path: string; readonly error: unknown }[];
  /** How many files have been parsed so far. */
  filesParsed(): number;
}

export interface ServiceOptions {
  readonly rules: readonly RuleDefinition[];
  readonly settings?: Partial<Settings>;
  /** Writes the file of a session wrapper, for fixes in projects that have none. */
  readonly writeWrapper?: WriteWrapper;
}
