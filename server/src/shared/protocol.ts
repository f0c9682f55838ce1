/**
 * What the client and the server say to each other beyond the Language Server Protocol. The client imports nothing
 * else of the server.
 */

/** `initializationOptions`. Everything is optional: without it the server serves any editor. */
export interface InitializationOptions {
  /** The command that shows a rule's page; it takes the rule's id. Without it no action offers the page. */
  readonly documentationCommand?: string;
  /** Where a rule's page is, with `{id}` in the place of the rule's id; the default is the page beside the server. */
  readonly documentationUri?: string;
  /** The client shows the state of files: it wants to hear when to ask for it again. */
  readonly showsState?: boolean;
}

/** The state that the editor shows for one file. */
export interface FileState {
  readonly state: 'off' | 'noLucia' | 'indexing' | 'ready' | 'partial' | 'error';
  /** One sentence that says why. */
  readonly reason: string;
  readonly indexed: number;
  readonly total: number;
}

/** Request: the state of a file. Parameters `FileParams`, result `FileState`. */
export const fileStateRequest = 'luciaGuard/fileState';
export interface FileParams {
  readonly uri: string;
}

/** Request: why a file is or is not checked, as Markdown. Parameters `FileParams`, result a string. */
export const explainFileRequest = 'luciaGuard/explainFile';

/** Notification from the server: states may have changed, ask again. No parameters. */
export const stateChangedNotification = 'luciaGuard/stateChanged';

/** Notification to the server: contents of files that it cannot read itself; null for a file that is gone. */
export const filesNotification = 'luciaGuard/files';
export interface FilesParams {
  readonly files: readonly { readonly uri: string; readonly text: string | null }[];
}

/** The files that the analysis reads, as a glob. */
export const SOURCE_GLOB = '**/*.{ts,tsx,js,jsx,mts,cts,mjs,cjs,astro}';
/** The files that declare tables beside the source files. */
export const SCHEMA_GLOB = '**/*.{prisma,sql}';
/** The files that say what a project depends on, how its imports resolve and what is left out. */
export const PROJECT_GLOB =
  '**/{package.json,tsconfig*.json,jsconfig*.json,lucia-guard.json,pnpm-workspace.yaml,.gitignore}';

/** Request: the building blocks that can be inserted. No parameters, result a list of `BlockItem`, the whole set last. */
export const blocksRequest = 'luciaGuard/blocks';
export interface BlockItem {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Request: the projects that a block can go into, the likeliest first. Parameters `ProjectsParams`, result `ProjectItem`s. */
export const projectsRequest = 'luciaGuard/projects';
export interface ProjectsParams {
  /** The file in front of the user. */
  readonly uri?: string;
}
export interface ProjectItem {
  readonly uri: string;
  readonly name: string;
  /** What it is, and where it lies in its workspace folder. */
  readonly description: string;
}

/** What the user wants, so far. The server keeps nothing between requests. */
export interface BlockRequest {
  readonly block: string;
  /** The project's folder. */
  readonly folder: string;
  /** Values by the id of their question. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Request: what is still to be asked before a block can be written. Parameters `BlockRequest`, result `BlockQuestion`s. */
export const prepareBlockRequest = 'luciaGuard/prepareBlock';
export interface BlockQuestion {
  readonly id: string;
  readonly title: string;
  /** The best guess first. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Request: what inserting a block means. Parameters `BlockRequest`, result `PlannedBlock`. Nothing is written. */
export const planBlockRequest = 'luciaGuard/planBlock';
export interface PlannedFile {
  readonly uri: string;
  /** From the project folder. */
  readonly path: string;
  readonly text: string;
}
export interface ExistingFile extends PlannedFile {
  /** Whether the text only adds to what is there. */
  readonly adds: boolean;
  /** What to know when the file is left as it is. */
  readonly kept?: string;
}
export interface PlannedBlock {
  readonly title: string;
  /** Files that the server does not know of. */
  readonly create: readonly PlannedFile[];
  /** Files of the block that exist already, with the text that the block would give them. */
  readonly existing: readonly ExistingFile[];
  /** What to show when it is done. */
  readonly open?: { readonly uri: string; readonly line: number };
  /** What a package manager has to install, as it takes it: `name@1`. */
  readonly install: readonly string[];
  /** What the project has otherwise than the block needs it, a sentence each. */
  readonly notes: readonly string[];
}
