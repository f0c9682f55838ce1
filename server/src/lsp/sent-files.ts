import { memoryHost } from '../core/host';
import type { Host } from '../core/host';

/** Files that the client has sent, for folders that the server cannot read itself. */
export interface SentFiles {
  readonly host: Host;
  set(path: string, text: string | undefined): void;
  has(path: string): boolean;
}

export function createSentFiles(): SentFiles {
  const files = new Map<string, string>();
  let current: Host | undefined;
  const now = (): Host => (current ??= memoryHost(files));
  return {
    host: {
      read: (path) => files.get(path),
      list: (path) => now().list(path),
      isFile: (path) => files.has(path),
      size: (path) => files.get(path)?.length,
    },
    set(path, text) {
      // The folders are only worked out anew when the set of files changes.
      if (files.has(path) !== (text !== undefined)) current = undefined;
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    },
    has: (path) => files.has(path),
  };
}

/** A host that reads paths with a scheme from what the client has sent, and plain paths from the disk. */
export function routeHost(disk: Host, sent: Host): Host {
  const pick = (path: string): Host => (path.includes('://') ? sent : disk);
  return {
    read: (path) => pick(path).read(path),
    list: (path) => pick(path).list(path),
    isFile: (path) => pick(path).isFile(path),
    size: (path) => pick(path).size(path),
  };
}
