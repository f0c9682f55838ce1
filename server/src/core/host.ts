/**
 * What the analysis may ask of the world. The core does no I/O of its own: an entry point (node, browser, test)
 * hands it a Host. Paths are absolute, with forward slashes; on Windows the drive letter is lower-case.
 */
export interface DirEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

export interface Host {
  /** The text of a file, or undefined when it is missing, unreadable or not text. Never throws. */
  read(path: string): string | undefined;
  /** The entries of a folder, or undefined when it is missing or unreadable. Never throws. Links are not followed. */
  list(path: string): readonly DirEntry[] | undefined;
  /** Whether the path is a file. Never throws. */
  isFile(path: string): boolean;
  /** Size in bytes, or undefined when it is missing. Never throws. */
  size(path: string): number | undefined;
}

/** A host over a plain record of path to text: for tests and for callers that hold all files in memory. */
export function memoryHost(files: ReadonlyMap<string, string>): Host {
  const folders = new Map<string, Map<string, DirEntry>>();
  for (const path of files.keys()) {
    let child = path;
    for (;;) {
      const slash = child.lastIndexOf('/');
      if (slash < 0) break;
      const parent = child.slice(0, slash) || '/';
      const name = child.slice(slash + 1);
      let entries = folders.get(parent);
      if (!entries) folders.set(parent, (entries = new Map()));
      entries.set(name, { name, kind: child === path ? 'file' : 'directory' });
      if (parent === '/' || parent === child) break;
      child = parent;
    }
  }
  return {
    read: (path) => files.get(path),
    list: (path) => {
      const entries = folders.get(path);
      return entries && [...entries.values()];
    },
    isFile: (path) => files.has(path),
    size: (path) => files.get(path)?.length,
  };
}
