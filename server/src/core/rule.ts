import type { FileContext } from './context';
import type { FileEdit } from './text';
import type { ts } from './syntax';

export type Severity = 'error' | 'warning' | 'information';
export type SeveritySetting = Severity | 'off';

export type RuleFamily = 'session' | 'lifecycle' | 'cookies' | 'passwords' | 'oauth' | 'leaks' | 'integrity' | 'setup';

export interface RuleDocs {
  /** One sentence: what is reported. */
  readonly what: string;
  /** Two or three sentences: who gains what, under which condition. */
  readonly why: string;
  /** What the reader does to mend it. */
  readonly how: string;
  /** What the rule cannot see, and when not to use it. */
  readonly limits: string;
}

export interface Source {
  readonly title: string;
  readonly url: string;
}

/** A place in any file of the project, as offsets into its text. */
export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface Related extends Place {
  readonly message: string;
}

export interface Report<State = unknown> {
  /** The expression at fault, not the function around it. */
  readonly at: ts.Node | { readonly start: number; readonly end: number };
  /** A key of the rule's `messages`. */
  readonly message: string;
  /** Values for `{name}` marks in the message. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Where this report is graver or lighter than the rule's default. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** What the rule's `fixes` needs; never leaves the process. */
  readonly state?: State;
}

/** A rule's proposal to mend one finding. Its edits are computed only when asked for. */
export interface Fix {
  /** Starts with a verb and names the effect, without the rule id. ` (review)` is appended to suggestions. */
  readonly title: string;
  /** safe: meaning-preserving or strictly safer, applied by fix-all. suggested: needs a look. */
  readonly kind: 'safe' | 'suggested';
  /** Undefined when the fix turns out not to be possible. */
  edits(): readonly FileEdit[] | undefined;
}

export interface RuleDefinition<State = unknown> {
  readonly id: string;
  readonly family: RuleFamily;
  /** Default severity; `off` is opt-in. */
  readonly severity: SeveritySetting;
  /** preview rules are off until they have shown their precision. */
  readonly stage: 'preview' | 'stable';
  readonly precision: 'high' | 'medium' | 'low';
  /** CWE number, or the reason why there is none. */
  readonly cwe: number | string;
  /** Frameworks it speaks of, or 'all'. */
  readonly frameworks: 'all' | readonly string[];
  readonly docs: RuleDocs;
  readonly sources: readonly Source[];
  /** One line each, at most 120 characters before data is filled in, no trailing URL. */
  readonly messages: Readonly<Record<string, string>>;
  /** safe = applied by fix-all; suggested = offered; none. For documentation and `fixable`. */
  readonly fixable: 'safe' | 'suggested' | 'none';
  /** True when the answer depends on files not reached by imports: silent until the project is indexed. */
  readonly needsProject?: boolean;
  /** True when the rule reads package.json instead of code. */
  readonly manifest?: boolean;
  /**
   * Cheap test on the file's text: when it fails, the rule does not run on the file.
   * One of the words must occur (checked without a parse).
   */
  readonly words: readonly string[];
  check(file: FileContext, report: (finding: Report<State>) => void): void;
  fixes?(state: State, file: FileContext): readonly Fix[];
}

/** Declares a rule. The identity function: it is there for the types and for readers who search for rules. */
export function defineRule<State = unknown>(rule: RuleDefinition<State>): RuleDefinition<State> {
  return rule;
}

/** What the engine makes of a report. Offsets are into the file that was checked. */
export interface Finding extends Place {
  readonly ruleId: string;
  readonly messageId: string;
  readonly message: string;
  readonly severity: Severity;
  readonly related: readonly Related[];
  readonly fixable: boolean;
  /** Present while the analysis that made the finding is the current one. */
  fixes(): readonly Fix[];
}

export function formatMessage(template: string, data: Readonly<Record<string, string | number>> | undefined): string {
  return template.replace(/\{(\w+)\}/g, (mark, name: string) => String(data?.[name] ?? mark));
}
