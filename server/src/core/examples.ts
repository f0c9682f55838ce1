/** The files of one small project, by path relative to its root. `package.json` may be left out: see `dependencies`. */
export type ExampleFiles = Readonly<Record<string, string>>;

export interface Example {
  /** What this case shows, in a few words; unique within the rule. */
  readonly name: string;
  /** Shorthand for a package.json with these dependencies. Default: lucia 3. */
  readonly dependencies?: Readonly<Record<string, string>>;
  /**
   * In bad examples a comment line `//  ^^^^ message-id` under a code line marks the exact range of a finding of this rule
   * (the carets' columns; `//` may start anywhere left of them). A range over several lines: `// ^^^^... message-id` marks its start.
   * Every marked finding must be reported and no other of this rule.
   */
  readonly files: ExampleFiles;
  /**
   * Only in bad examples: the files that the first fix (or the one titled `fix`) of the first finding changes, as they are afterwards, with marks removed.
   */
  readonly fixed?: ExampleFiles;
  readonly fix?: string;
}

export interface Examples {
  readonly bad: readonly Example[];
  /** Correct code of the same kind. */
  readonly good: readonly Example[];
  /** Code that resembles a mistake and is none: what would make a careless rule noisy. */
  readonly lookAlike: readonly Example[];
}
