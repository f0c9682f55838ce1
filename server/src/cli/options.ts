import { parseArgs } from 'node:util';
import type { SeveritySetting } from '../core/rule';

/** A mistake of the caller: told in one line, and the exit code is 2. */
export class UsageError extends Error {}

export type Format = 'text' | 'json' | 'sarif' | 'github';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  readonly maxWarnings: number;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
}

export interface NewOptions {
  readonly block: string | undefined;
  readonly framework: string | undefined;
  readonly database: string | undefined;
  readonly password: string | undefined;
  readonly provider: string | undefined;
  readonly dir: string | undefined;
  readonly dryRun: boolean;
  readonly force: boolean;
}

export type Command =
  | { readonly name: 'help' | 'version' | 'lsp' }
  | { readonly name: 'check'; readonly options: CheckOptions }
  | { readonly name: 'explain'; readonly rule: string }
  | { readonly name: 'rules'; readonly json: boolean }
  | { readonly name: 'new'; readonly options: NewOptions }
  | { readonly name: 'print-config'; readonly file: string; readonly rules: CheckOptions['rules'] };

const FORMATS: readonly Format[] = ['text', 'json', 'sarif', 'github'];
const SEVERITIES: Readonly<Record<string, SeveritySetting>> = {
  off: 'off',
  info: 'information',
  information: 'information',
  warning: 'warning',
  error: 'error',
};

const OPTIONS = {
  baseline: { type: 'string' },
  database: { type: 'string' },
  dir: { type: 'string' },
  'dry-run': { type: 'boolean' },
  fix: { type: 'boolean' },
  force: { type: 'boolean' },
  format: { type: 'string' },
  framework: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  'max-warnings': { type: 'string' },
  password: { type: 'string' },
  'print-config': { type: 'string' },
  provider: { type: 'string' },
  rule: { type: 'string', multiple: true },
  stdio: { type: 'boolean' },
  'update-baseline': { type: 'boolean' },
  version: { type: 'boolean', short: 'v' },
} as const;

type OptionName = keyof typeof OPTIONS;

/** Which options go with which command; `help` and `version` go with all. */
const ALLOWED: Readonly<Record<string, readonly OptionName[]>> = {
  check: ['baseline', 'fix', 'format', 'max-warnings', 'print-config', 'rule', 'update-baseline'],
  explain: [],
  lsp: ['stdio'],
  new: ['database', 'dir', 'dry-run', 'force', 'framework', 'password', 'provider'],
  rules: ['format'],
  '': ['print-config', 'rule'],
};

/**
 * Reads the arguments after the program's name.
 * @param ruleIds all rules, so that a misspelt one is told at once
 * @throws UsageError
 */
export function parseCommand(args: readonly string[], ruleIds: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [name = '', ...rest] = positionals;
  const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
  if (!allowed) throw new UsageError(`unknown command "${name}"; to check files: lucia-guard check ${name}`);
  for (const option of Object.keys(values) as OptionName[]) {
    if (!allowed.includes(option)) throw new UsageError(`--${option} does not go with ${name || 'no command'}`);
  }
  const rules = ruleSettings(values.rule ?? [], ruleIds);
  const file = values['print-config'];
  if (file !== undefined) return { name: 'print-config', file, rules };
  switch (name) {
    case 'check':
      return {
        name,
        options: {
          paths: rest.length > 0 ? rest : ['.'],
          format: oneOf('format', values.format ?? 'text', FORMATS),
          fix: values.fix ?? false,
          maxWarnings: count('max-warnings', values['max-warnings'] ?? '0'),
          rules,
          baseline: values.baseline,
          updateBaseline: updatesBaseline(values['update-baseline'], values.baseline),
        },
      };
    case 'explain':
      return { name, rule: onlyArgument(rest, 'explain needs the name of one rule') };
    case 'rules':
      noArguments(rest, name);
      return { name, json: oneOf('format', values.format ?? 'text', ['text', 'json']) === 'json' };
    case 'new': {
      const [block, second] = rest;
      if (second !== undefined)
        throw new UsageError(`new writes one building block at a time, and there is "${second}"`);
      const { database, dir, force = false, framework, password, provider } = values;
      const dryRun = values['dry-run'] ?? false;
      return { name, options: { block, framework, database, password, provider, dir, dryRun, force } };
    }
    case 'lsp':
      noArguments(rest, name);
      return { name };
    default:
      return { name: 'help' };
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    // Node adds advice after the first sentence.
    const [sentence = ''] = (error as Error).message.split(/\.\s|\n/);
    throw new UsageError(sentence.replace(/\.$/, '').replace(/^\w/, (letter) => letter.toLowerCase()));
  }
}

function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`--${option} is one of ${values.join(', ')}, not "${value}"`);
  return found;
}

function count(option: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new UsageError(`--${option} needs a whole number, not "${value}"`);
  return Number(value);
}

function updatesBaseline(update: boolean | undefined, baseline: string | undefined): boolean {
  if (update && baseline === undefined) throw new UsageError('--update-baseline needs --baseline <file>');
  return update ?? false;
}

function onlyArgument(rest: readonly string[], message: string): string {
  const [only, ...more] = rest;
  if (only === undefined || more.length > 0) throw new UsageError(message);
  return only;
}

function noArguments(rest: readonly string[], command: string): void {
  if (rest.length > 0) throw new UsageError(`${command} takes no arguments, and there is "${rest[0]}"`);
}

function ruleSettings(settings: readonly string[], ruleIds: readonly string[]): Record<string, SeveritySetting> {
  const result: Record<string, SeveritySetting> = {};
  for (const setting of settings) {
    const [id = '', value = ''] = setting.split('=', 2);
    const severity = Object.hasOwn(SEVERITIES, value) ? SEVERITIES[value] : undefined;
    if (!severity) throw new UsageError(`--rule needs <rule>=off|information|warning|error, not "${setting}"`);
    if (!isKnownRule(id, ruleIds)) throw new UsageError(unknownRule(id, ruleIds));
    delete result[id];
    result[id] = severity;
  }
  return result;
}

/** Whether a name, which may hold `*`, is that of a rule. */
export function isKnownRule(id: string, ruleIds: readonly string[]): boolean {
  if (!id.includes('*')) return ruleIds.includes(id);
  const pattern = new RegExp(`^${id.split('*').map(escape).join('.*')}$`);
  return ruleIds.some((candidate) => pattern.test(candidate));
}

function escape(text: string): string {
  return text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
}

/** The sentence for a rule that does not exist, with the likeliest one that does. */
export function unknownRule(id: string, ruleIds: readonly string[]): string {
  const words = new Set(id.split('-'));
  const shared = (candidate: string) => candidate.split('-').filter((word) => words.has(word)).length;
  const nearest = [...ruleIds].sort((a, b) => shared(b) - shared(a))[0];
  const hint = nearest !== undefined && shared(nearest) > 0 ? `; did you mean ${nearest}?` : '; see lucia-guard rules';
  return `unknown rule "${id}"${hint}`;
}
