import { sanitize } from '../core/config';
import type { Settings } from '../core/service.types';
import { settingDefinitions } from '../shared/settings';

export interface EditorSettings {
  readonly run: 'onType' | 'onSave';
  /** For the service: what the user set. */
  readonly service: Partial<Settings>;
}

/**
 * Reads the settings of an editor. Values that equal the default are left out: editors send them too, and they must not
 * override what the folder's lucia-guard.json says.
 */
export function readEditorSettings(value: unknown): EditorSettings {
  const given: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  for (const { key, default: standard } of settingDefinitions) {
    if (JSON.stringify(given[key]) === JSON.stringify(standard)) delete given[key];
  }
  return { run: given.run === 'onSave' ? 'onSave' : 'onType', service: sanitize(given) };
}
