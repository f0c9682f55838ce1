/** The settings, once: package.json, the schema of lucia-guard.json, README and server are made from or read this table. */
export interface SettingDefinition {
  readonly key: string;
  readonly type: 'boolean' | 'string' | 'number' | 'array' | 'object';
  readonly default: unknown;
  /** Markdown. */
  readonly description: string;
  readonly values?: readonly { readonly value: string; readonly description: string }[];
  readonly minimum?: number;
  readonly scope: 'resource' | 'window';
  /** Whether lucia-guard.json may hold it too. */
  readonly inConfigFile: boolean;
}

export const SETTINGS_SECTION = 'luciaGuard';

export const settingDefinitions: readonly SettingDefinition[] = [
  {
    key: 'enable',
    type: 'boolean',
    default: true,
    description: 'Check files for insecure Lucia code.',
    scope: 'resource',
    inConfigFile: true,
  },
  {
    key: 'run',
    type: 'string',
    default: 'onType',
    description: 'When files are checked.',
    values: [
      { value: 'onType', description: 'While you type.' },
      { value: 'onSave', description: 'When a file is opened or saved.' },
    ],
    scope: 'window',
    inConfigFile: false,
  },
  {
    key: 'rules',
    type: 'object',
    default: {},
    description:
      'Severity by rule: `off`, `information`, `warning` or `error`. A name may hold `*`, as in `no-*`; of the entries that match a rule, the last one wins.',
    scope: 'resource',
    inConfigFile: true,
  },
  {
    key: 'exclude',
    type: 'array',
    default: [],
    description:
      'Globs of files that are not checked, relative to the folder. `node_modules`, build output and files that git ignores are never checked.',
    scope: 'resource',
    inConfigFile: true,
  },
  {
    key: 'maxIndexedFiles',
    type: 'number',
    default: 5000,
    minimum: 1,
    description:
      'How many files are read to learn what the helpers of a project do. Beyond it the status says that the index is partial.',
    scope: 'resource',
    inConfigFile: true,
  },
  {
    key: 'trace.server',
    type: 'string',
    default: 'off',
    description: 'Log the messages between the editor and the language server to the Lucia Guard output.',
    values: [
      { value: 'off', description: 'Nothing.' },
      { value: 'messages', description: 'The name of each message.' },
      { value: 'verbose', description: 'Each message in full.' },
    ],
    scope: 'window',
    inConfigFile: false,
  },
];
