import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { settingDefinitions } from '../../server/src/shared/settings';
import { BLOCKS } from '../../server/src/templates/facade';
import { projectFiles, read } from './files';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly grammars: readonly { readonly path: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

describe('package.json', () => {
  const { contributes } = JSON.parse(read('package.json')) as Manifest;
  const client = projectFiles(/^client\/src\/.*\.ts$/)
    .map(read)
    .join('\n');
  const server = projectFiles(/^server\/src\/(?!shared).*\.ts$/)
    .map(read)
    .join('\n');

  it('has the commands that the client registers', () => {
    const named = [...client.matchAll(/'(luciaGuard\.\w+)'/g)].map((match) => match[1]!);
    const registered = [...new Set(named)].filter((name) => !/\.(?:status|rules)$/.test(name));
    const contributed = contributes.commands.map(({ command }) => command);
    // The client registers the commands of the building blocks by what is contributed.
    const blocks = BLOCKS.filter(({ id }) => id !== 'set-up').map(({ id }) => `luciaGuard.insert.${id}`);
    deepStrictEqual([...contributed].sort(), [...registered, ...blocks].sort());
    for (const { category } of contributes.commands) strictEqual(category, 'Lucia Guard');
    for (const { command } of Object.values(contributes.menus).flat()) ok(contributed.includes(command), command);
  });

  it('has few settings, and each is read', () => {
    const keys = settingDefinitions.map(({ key }) => key);
    ok(keys.length <= 12);
    deepStrictEqual(
      Object.keys(contributes.configuration.properties),
      keys.map((key) => `luciaGuard.${key}`),
    );
    for (const key of keys) {
      // The client library reads the trace setting itself, by the name of the client.
      if (key === 'trace.server') continue;
      ok(new RegExp(`\\b${key}\\b`).test(server), `nothing reads ${key}`);
    }
  });

  it('names files that exist', () => {
    for (const { path } of contributes.grammars) ok(read(path).length > 0, path);
  });
});
