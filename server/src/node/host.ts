import { lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DirEntry, Host } from '../core/host';

/** Beyond this size a file is generated data or a bundle; the analysis leaves those alone. */
const MAX_BYTES = 8 * 1024 * 1024;
/** A NUL in the first bytes is how git, too, tells binary data from text. */
const BINARY_PROBE = 8000;

/** An absolute path as the analysis writes it: forward slashes, on Windows a lower-case drive letter. */
export function toHostPath(path: string, from = process.cwd()): string {
  const absolute = resolve(from, path);
  if (process.platform !== 'win32') return absolute;
  return absolute.replace(/\\/g, '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The text of bytes, or undefined when they are not text. Bytes that are no UTF-8 become U+FFFD. */
export function decode(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return undefined;
  return bytes.toString('utf8');
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The disk. Links are not listed, so a walk cannot leave the project or go round in circles. */
export function createDiskHost(): Host {
  return {
    read: (path) =>
      attempt(() => {
        const stat = statSync(path);
        return stat.isFile() && stat.size <= MAX_BYTES ? decode(readFileSync(path)) : undefined;
      }),
    list: (path) =>
      attempt(() => {
        const entries: DirEntry[] = [];
        for (const entry of readdirSync(path, { withFileTypes: true })) {
          const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : undefined;
          if (kind) entries.push({ name: entry.name, kind });
        }
        return entries;
      }),
    isFile: (path) => attempt(() => statSync(path).isFile()) ?? false,
    size: (path) => attempt(() => statSync(path).size),
  };
}

/** Whether a path exists, as a link too. */
export function exists(path: string): boolean {
  return attempt(() => lstatSync(path)) !== undefined;
}
