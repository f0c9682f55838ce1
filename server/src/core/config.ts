import picomatch from 'picomatch';
import type { Severity, SeveritySetting } from './rule';
import type { RuleDefinition } from './rule';
import type { Settings } from './service.types';
import { parseJson } from './syntax';

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  rules: {},
  exclude: [],
  maxIndexedFiles: 5000,
};

/** The file in a folder's root that holds the same keys as the editor's settings. */
export const CONFIG_FILE = 'lucia-guard.json';

/** Reads a lucia-guard.json; what does not fit is left out rather than refused. */
export function readConfig(path: string, text: string): Partial<Settings> {
  const json = parseJson(path, text);
  return typeof json === 'object' && json !== null ? sanitize(json as Record<string, unknown>) : {};
}

/** Keeps the known keys that have the right type. */
export function sanitize(json: Readonly<Record<string, unknown>>): Partial<Settings> {
  const out: { -readonly [K in keyof Settings]?: Settings[K] } = {};
  if (typeof json['enable'] === 'boolean') out.enable = json['enable'];
  if (typeof json['rules'] === 'object' && json['rules'] !== null) {
    const rules: Record<string, SeveritySetting> = {};
    for (const [id, value] of Object.entries(json['rules'])) {
      const severity = asSeverity(value);
      if (severity) rules[id] = severity;
    }
    out.rules = rules;
  }
  if (Array.isArray(json['exclude'])) out.exclude = json['exclude'].filter((glob) => typeof glob === 'string');
  if (typeof json['maxIndexedFiles'] === 'number' && json['maxIndexedFiles'] > 0)
    out.maxIndexedFiles = json['maxIndexedFiles'];
  return out;
}

export function asSeverity(value: unknown): SeveritySetting | undefined {
  switch (value) {
    case 'error':
    case 'warning':
    case 'information':
    case 'off':
      return value;
    case 'info':
      return 'information';
    case 'warn':
      return 'warning';
    default:
      return undefined;
  }
}

/** Later settings win; rules are merged key by key. */
export function mergeSettings(...layers: readonly Partial<Settings>[]): Settings {
  let merged = DEFAULT_SETTINGS;
  for (const layer of layers) {
    const rules = layer.rules ? { ...merged.rules, ...layer.rules } : merged.rules;
    const exclude = layer.exclude ? [...merged.exclude, ...layer.exclude] : merged.exclude;
    merged = { ...merged, ...layer, rules, exclude };
  }
  return merged;
}

/**
 * The severity that a rule runs at, or undefined when it is off. 'set' tells whether the user chose it, in which case
 * a report's own severity does not override it.
 */
export function severityOf(rule: RuleDefinition, settings: Settings): { severity: Severity; set: boolean } | undefined {
  let chosen: SeveritySetting | undefined;
  for (const [pattern, severity] of Object.entries(settings.rules)) {
    if (pattern === rule.id || (pattern.includes('*') && picomatch.isMatch(rule.id, pattern))) chosen = severity;
  }
  if (chosen === 'off') return undefined;
  if (chosen) return { severity: chosen, set: true };
  if (rule.stage === 'preview' || rule.severity === 'off') return undefined;
  return { severity: rule.severity, set: false };
}
