import { ResponseError, LSPErrorCodes } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import type { Host } from '../core/host';
import { lineColumnAt, lineStarts } from '../core/text';
import { blocksRequest, planBlockRequest, prepareBlockRequest, projectsRequest } from '../shared/protocol';
import type {
  BlockItem,
  BlockQuestion,
  BlockRequest,
  PlannedBlock,
  PlannedFile,
  ProjectItem,
  ProjectsParams,
} from '../shared/protocol';
import {
  BLOCKS,
  answerQuestion,
  blockTitle,
  isAnswer,
  isBlockChoice,
  planBlock,
  prepareBlock,
} from '../templates/facade';
import type { BlockChoice } from '../templates/facade';
import { findProjects } from '../templates/projects';
import { pathOfUri, uriOfPath } from './convert';

/** What the requests about building blocks take from the server. */
export interface BlockEnvironment {
  /** The files as the user sees them, unsaved text included. */
  readonly host: Host;
  /** Resolves when the folders are known. */
  readonly ready: Promise<void>;
  folders(): readonly string[];
}

/** Answers what clients ask to insert building blocks. */
export function serveBlocks(connection: Connection, { host, ready, folders }: BlockEnvironment): void {
  connection.onRequest(blocksRequest, (): BlockItem[] =>
    BLOCKS.map((block) => ({ id: block.id, title: blockTitle(block), description: block.description })),
  );

  connection.onRequest(projectsRequest, async ({ uri }: ProjectsParams): Promise<ProjectItem[]> => {
    await ready;
    return findProjects(host, folders(), uri === undefined ? undefined : pathOfUri(uri)).map(
      ({ path, name, description }) => ({ uri: uriOfPath(path), name, description }),
    );
  });

  connection.onRequest(prepareBlockRequest, async (request: BlockRequest): Promise<readonly BlockQuestion[]> => {
    await ready;
    return understand(host, request).questions;
  });

  connection.onRequest(planBlockRequest, async (request: BlockRequest): Promise<PlannedBlock> => {
    await ready;
    const { block, folder, params, packages } = understand(host, request);
    const { edits, existing, open, install, notes } = planBlock(host, folder, block, params, packages);
    const planned = (path: string, text: string): PlannedFile => ({
      uri: uriOfPath(path),
      path: path.slice(folder.length + 1),
      text,
    });
    const create = edits.map(({ path, edits: [edit] }) => planned(path, edit?.newText ?? ''));
    const there = existing.map(({ path, text, adds, kept }) => ({
      ...planned(path, text),
      adds,
      ...(kept && { kept }),
    }));
    const main = open && [...create, ...there].find(({ uri }) => uri === uriOfPath(open.path));
    return {
      title: blockTitle(BLOCKS.find(({ id }) => id === block)!),
      create,
      existing: there,
      ...(open && main && { open: { uri: main.uri, line: lineColumnAt(lineStarts(main.text), open.offset).line - 1 } }),
      install,
      notes,
    };
  });
}

/** The parameters that a request settles, and what is open after its answers. */
function understand(host: Host, { block, folder: uri, answers }: BlockRequest) {
  if (!isBlockChoice(block)) throw invalid(`There is no building block "${block}".`);
  const choice: BlockChoice = block;
  const folder = pathOfUri(uri).replace(/\/$/, '');
  const detection = prepareBlock(host, folder, choice);
  let { params } = detection;
  for (const { id } of detection.questions) {
    const value = answers[id];
    if (value === undefined) continue;
    if (!isAnswer(id, value, params.arcticMajor)) throw invalid(`"${value}" is no answer to "${id}".`);
    params = answerQuestion(params, id, value);
  }
  const questions = detection.questions.filter(({ id }) => answers[id] === undefined);
  return { block: choice, folder, params, packages: detection.packages, questions };
}

function invalid(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
