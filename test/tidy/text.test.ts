import { deepStrictEqual, match, ok } from 'node:assert';
import * as protocol from '../../server/src/shared/protocol';
import { projectFiles, read } from './files';

const TEXT = /\.(?:[cm]?[jt]sx?|json|md|astro|yml|yaml|txt)$|^\.[\w/]+$/;

function lines(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

describe('text', () => {
  it('of the product logs through its channels only', () => {
    // Examples and templates hold code of users.
    const own = projectFiles(/^(?:server|client)\/src\/.*\.ts$/).filter(
      (path) => !/examples\.ts$|\.generated\.ts$/.test(path),
    );
    deepStrictEqual(lines(own, /^\s*(?:console\.|debugger\b)/), []);
  });

  it('of tests runs all of them', () => {
    deepStrictEqual(lines(projectFiles(/^test\/.*\.[cm]?ts$/), /\b(?:it|describe|test|suite)\.(?:only|skip)\(/), []);
  });

  it('names no machine and no package registry', () => {
    // In parts, so that this file does not name them either.
    const hosts = ['registry.npm' + 'js', 'npm' + 'mirror', 'registry.yarn' + 'pkg'].map((host) =>
      host.replace('.', '\\.'),
    );
    const folders = ['/wo' + 'rk/', '/ro' + 'ot/', '/Us' + 'ers/\\w', 'C:\\\\\\\\Us' + 'ers'];
    deepStrictEqual(lines(projectFiles(TEXT), new RegExp([...hosts, ...folders].join('|'))), []);
    ok(!/"resolved"/.test(read('package-lock.json')));
  });

  it('of the changelog has a place for what is not released', () => {
    match(read('CHANGELOG.md'), /^## Unreleased$/m);
  });

  it('of the architecture names each custom message and stays short', () => {
    const text = read('ARCHITECTURE.md');
    const methods = Object.values(protocol).filter((value) => value.startsWith('luciaGuard/'));
    ok(methods.length > 0);
    for (const method of methods) ok(text.includes(method), method);
    ok(text.split('\n').length <= 200);
  });
});
