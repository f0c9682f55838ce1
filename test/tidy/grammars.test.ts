import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { INITIAL, Registry, parseRawGrammar } from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { read } from './files';

const INJECTIONS: Readonly<Record<string, string>> = {
  'lucia-guard.directives.injection': 'syntaxes/lucia-guard-directives.tmLanguage.json',
  'lucia-guard.phc.injection': 'syntaxes/lucia-guard-phc.tmLanguage.json',
};

/** Comments and strings as the editor's own grammars name them. */
const HOST = JSON.stringify({
  scopeName: 'source.ts',
  patterns: [
    { begin: '//', end: '$', name: 'comment.line.double-slash.ts' },
    { begin: '/\\*', end: '\\*/', name: 'comment.block.ts' },
    { begin: "'", end: "'", name: 'string.quoted.single.ts' },
  ],
});

describe('grammars', () => {
  let grammar: IGrammar;

  before(async () => {
    await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
    const registry = new Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new OnigScanner(patterns),
        createOnigString: (text) => new OnigString(text),
      }),
      loadGrammar: async (scope) =>
        scope === 'source.ts'
          ? parseRawGrammar(HOST, 'host.json')
          : parseRawGrammar(read(INJECTIONS[scope]!), `${scope}.json`),
      getInjections: () => Object.keys(INJECTIONS),
    });
    grammar = (await registry.loadGrammar('source.ts'))!;
  });

  /** The parts of a line that carry a scope of ours, with the innermost one. */
  const ours = (line: string): [string, string][] =>
    grammar.tokenizeLine(line, INITIAL).tokens.flatMap(({ startIndex, endIndex, scopes }): [string, string][] => {
      const scope = scopes.at(-1)!;
      return scope.endsWith('.lucia-guard')
        ? [[line.slice(startIndex, endIndex), scope.replace('.lucia-guard', '')]]
        : [];
    });

  it('tell a directive, its rules and its reason', () => {
    deepStrictEqual(ours('// lucia-guard-disable-next-line no-get-state-change, no-x -- an unsubscribe link'), [
      ['lucia-guard-disable-next-line', 'keyword.control.directive'],
      ['no-get-state-change', 'entity.name.tag.rule'],
      ['no-x', 'entity.name.tag.rule'],
      ['--', 'punctuation.separator.reason'],
      ['an unsubscribe link', 'string.unquoted.reason'],
    ]);
    deepStrictEqual(ours('/* lucia-guard-disable-file no-x */'), [
      ['lucia-guard-disable-file', 'keyword.control.directive'],
      ['no-x', 'entity.name.tag.rule'],
    ]);
    deepStrictEqual(ours('// lucia-guard-disable-line -- all'), [
      ['lucia-guard-disable-line', 'keyword.control.directive'],
      ['--', 'punctuation.separator.reason'],
      ['all', 'string.unquoted.reason'],
    ]);
    deepStrictEqual(ours("lucia-guard-disable-line; 'lucia-guard-disable-line'"), []);
  });

  it('tell the parts of password hashes', () => {
    deepStrictEqual(
      ours("'$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g'").filter(
        ([, scope]) => !scope.startsWith('punctuation'),
      ),
      [
        ['argon2id', 'entity.name.type.algorithm'],
        ['v=19', 'constant.numeric.version'],
        ['m=19456,t=2,p=1', 'variable.parameter.password-hash'],
        ['c2FsdHNhbHQ', 'constant.other.salt'],
        ['aGFzaGhhc2g', 'constant.other.hash'],
      ],
    );
    deepStrictEqual(
      ours(`'$2b$10$${'a'.repeat(22)}${'b'.repeat(31)}'`).filter(([, scope]) => !scope.startsWith('punctuation')),
      [
        ['2b', 'entity.name.type.algorithm'],
        ['10', 'variable.parameter.password-hash'],
        ['a'.repeat(22), 'constant.other.salt'],
        ['b'.repeat(31), 'constant.other.hash'],
      ],
    );
    deepStrictEqual(ours("'costs $10 and $20'"), []);
  });
});
