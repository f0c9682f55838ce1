import { codeStyleOf } from '../core/text';
import { completeParams } from './params';
import type { Framework } from './params';
import { renderPart } from './render';
import type { RenderedFile } from './render';

export interface SessionWrapperRequest {
  readonly framework: Framework;
  readonly frameworkMajor?: number;
  /** What the new file has to write to import the instance: `@/lib/auth`, `./auth`, `../auth.js`. */
  readonly instanceImport: string;
  /** The exported name of the Lucia instance: `lucia`, `auth`. */
  readonly instanceName: string;
  /** Default: `validateRequest`. */
  readonly wrapperName?: string;
  /** Where the new file goes, from the project folder. Default: beside the other library files of the framework. */
  readonly path?: string;
  readonly sourceDir?: '' | 'src/';
  /** Code of the project whose quotes, semicolons, indentation and line ends the new file takes over. */
  readonly styleFrom?: string;
}

/**
 * The file of a session wrapper, for a project that has none: reads the session cookie of the request, validates it,
 * writes the renewed or the blank cookie, and gives back (or stores) user and session.
 *
 * How the wrapper is reached depends on the framework: `validateRequest()` in the App Router, `validateRequest(req, res)` in
 * the Pages Router, a `Handle` in SvelteKit, a middleware in Astro, Express and Hono; in Nuxt the file is the middleware
 * itself and exports no name.
 */
export function renderSessionWrapper(
  request: SessionWrapperRequest,
): RenderedFile & { readonly exportName: string | undefined } {
  const wrapperName = request.wrapperName ?? 'validateRequest';
  const params = completeParams({
    framework: request.framework,
    ...(request.frameworkMajor === undefined ? {} : { frameworkMajor: request.frameworkMajor }),
    ...(request.sourceDir === undefined ? {} : { sourceDir: request.sourceDir }),
    ...(request.styleFrom === undefined ? {} : { style: codeStyleOf(request.styleFrom) }),
    names: { lucia: request.instanceName, validateRequest: wrapperName },
    specifiers: { auth: request.instanceImport },
  });
  const { file } = renderPart('session', params);
  return {
    ...file,
    path: request.path ?? file.path,
    exportName: request.framework === 'nuxt' ? undefined : wrapperName,
  };
}

/**
 * The declaration that gives `user` and `session` their types, to put after the instance.
 * @param attributes TypeScript types of the columns that `getUserAttributes` reads, by column name.
 */
export function renderRegisterDeclaration(instanceName: string, attributes: Readonly<Record<string, string>>): string {
  const columns = Object.entries(attributes).map(([name, type]) => `      ${name}: ${type};\n`);
  const user = columns.length > 0 ? `    DatabaseUserAttributes: {\n${columns.join('')}    };\n` : '';
  return `declare module 'lucia' {\n  interface Register {\n    Lucia: typeof ${instanceName};\n${user}  }\n}\n`;
}
