import * as vscode from 'vscode';

interface Entry {
  readonly type: vscode.FileType;
  readonly ctime: number;
  mtime: number;
  data: Uint8Array;
}

/** A folder that exists only in the browser's memory, filled from what the test server hands out. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const entries = new Map<string, Entry>();
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const parentOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

  const addFolders = (path: string): void => {
    if (entries.has(path)) return;
    if (path !== '/') addFolders(parentOf(path));
    entries.set(path, {
      type: vscode.FileType.Directory,
      ctime: Date.now(),
      mtime: Date.now(),
      data: new Uint8Array(),
    });
  };
  const put = (path: string, data: Uint8Array): void => {
    addFolders(parentOf(path));
    const now = Date.now();
    entries.set(path, { type: vscode.FileType.File, ctime: now, mtime: now, data });
  };
  const get = (uri: vscode.Uri): Entry => {
    const entry = entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  };

  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => {
      const { type, ctime, mtime, data } = get(uri);
      return { type, ctime, mtime, size: data.length };
    },
    readDirectory: (uri) => {
      get(uri);
      return [...entries]
        .filter(([path]) => path !== uri.path && parentOf(path) === uri.path)
        .map(([path, { type }]): [string, vscode.FileType] => [path.slice(path.lastIndexOf('/') + 1), type]);
    },
    createDirectory: ({ path }) => addFolders(path),
    readFile: (uri) => get(uri).data,
    writeFile: (uri, data) => {
      const type = entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
      put(uri.path, data);
      changed.fire([{ type, uri }]);
    },
    delete: (uri) => {
      const gone = [...entries.keys()].filter((path) => path === uri.path || path.startsWith(`${uri.path}/`));
      for (const path of gone) entries.delete(path);
      changed.fire(gone.map((path) => ({ type: vscode.FileChangeType.Deleted, uri: uri.with({ path }) })));
    },
    rename: (from, to) => {
      put(to.path, get(from).data);
      entries.delete(from.path);
      changed.fire([
        { type: vscode.FileChangeType.Deleted, uri: from },
        { type: vscode.FileChangeType.Created, uri: to },
      ]);
    },
  };

  addFolders('/');
  const files = await fetch(new URL('/workspace.json', context.extensionUri.toString(true)));
  const texts = (await files.json()) as Record<string, string>;
  for (const [path, text] of Object.entries(texts)) put(path, new TextEncoder().encode(text));
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memory', provider, { isCaseSensitive: true }),
  );
}
