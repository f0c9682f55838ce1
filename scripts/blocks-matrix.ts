// Every building block in every combination of framework version, database layer, arctic major and password library, and
// every provider: type-checked against the real packages, analysed by our own rules, and compared with its snippet form.
//   node --import tsx scripts/blocks-matrix.ts [part of a framework's name …]
// `npm test` does the same for a choice in which every pair of two dimensions occurs (test/templates).
import { TEMPLATES, render, renderSetUp } from '../server/src/templates/templates';
import { providersOf } from '../server/src/templates/oauth';
import { PASSWORD_LIBRARIES } from '../server/src/templates/params';
import type { TemplateParams } from '../server/src/templates/params';
import { hasPart } from '../server/src/templates/parts';
import { renderParts } from '../server/src/templates/render';
import { accept } from '../test/templates/accept';
import { findingsOf } from '../test/templates/findings';
import { generatePrismaClient, installSet } from '../test/templates/packages';
import { LAYERS, MAJORS, Projects, VERSIONS, check } from '../test/templates/projects';
import type { Version } from '../test/templates/projects';

const wanted = process.argv.slice(2);
const PARTS = TEMPLATES.flatMap((template) => template.parts);
let passed = 0;
let failed = 0;

function result(name: string, problems: readonly string[]): void {
  if (problems.length === 0) {
    passed++;
    return;
  }
  failed++;
  console.log(`FAIL ${name}\n  ${problems.slice(0, 10).join('\n  ')}`);
}

function snippetProblems(params: TemplateParams): string[] {
  return renderParts(
    PARTS.filter((part) => hasPart(part, params)),
    params,
  )
    .filter((part) => accept(part.snippet) !== part.file.text)
    .map((part) => `${part.file.path} differs from its snippet`);
}

/** The whole set, for every database layer, arctic major and password library. */
function checkSets(version: Version): void {
  const { framework, major } = version;
  const common = { framework, frameworkMajor: major };
  for (const arcticMajor of MAJORS) {
    for (const [layer, databases] of Object.entries(LAYERS)) {
      const projects = new Projects();
      for (const database of databases) {
        for (const password of PASSWORD_LIBRARIES) {
          const folder = `${database}-${PASSWORD_LIBRARIES.indexOf(password)}`;
          const params = projects.params(folder, { ...common, arcticMajor, database, password });
          const { files, packages } = renderSetUp(params);
          projects.add(folder, files, arcticMajor);
          const name = `${framework} ${major}, ${database}, arctic ${arcticMajor}, ${password}`;
          result(`${name}: findings`, findingsOf(params, files, packages));
          result(`${name}: snippets`, snippetProblems(params));
        }
      }
      result(`${framework} ${major}, ${layer}, arctic ${arcticMajor}: types`, check(version, projects));
    }
  }
}

/** Sign-in with every provider. */
function checkProviders(version: Version): void {
  const { framework, major } = version;
  for (const arcticMajor of MAJORS) {
    const projects = new Projects();
    const params = projects.params('all', {
      framework,
      frameworkMajor: major,
      database: 'better-sqlite3',
      arcticMajor,
    });
    const { files, packages } = renderSetUp(params);
    const all = new Map(files.map((file) => [file.path, file]));
    for (const provider of providersOf(arcticMajor)) {
      const own = { ...params, provider };
      for (const { file } of renderParts(['oauthStart', 'oauthCallback', 'provider'], own)) all.set(file.path, file);
      result(`${framework} ${major}, arctic ${arcticMajor}, ${provider}: snippets`, snippetProblems(own));
    }
    const name = `${framework} ${major}, every provider of arctic ${arcticMajor}`;
    projects.add('all', [...all.values()], arcticMajor);
    result(`${name}: types`, check(version, projects));
    result(`${name}: findings`, findingsOf(params, [...all.values()], packages));
  }
}

/** Each block alone: it brings along what it needs. */
function checkBlocks(version: Version): void {
  const { framework, major } = version;
  for (const { id } of TEMPLATES) {
    const projects = new Projects();
    const params = projects.params('block', { framework, frameworkMajor: major, database: 'better-sqlite3' });
    const { files, packages } = render(id, params);
    projects.add('block', files, params.arcticMajor);
    const name = `${framework} ${major}, ${id} alone`;
    result(`${name}: types`, check(version, projects));
    result(`${name}: findings`, findingsOf(params, files, packages));
  }
}

installSet('');
generatePrismaClient();
for (const version of VERSIONS) {
  const name = `${version.framework} ${version.major}`;
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const started = Date.now();
  installSet(version.set);
  checkSets(version);
  checkProviders(version);
  checkBlocks(version);
  console.log(`${name}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
console.log(`${passed} passed, ${failed} failed`);
if (passed === 0 || failed > 0) process.exitCode = 1;
