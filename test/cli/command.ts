import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { run } from '../../server/src/cli/run';

export interface Answer {
  readonly status: number | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export const VERSION = '9.8.7';

/** The command line in this process, where nobody can be asked. */
export async function command(args: readonly string[], cwd: string): Promise<Answer> {
  let stdout = '';
  let stderr = '';
  const out = (text: string): void => void (stdout += text);
  const note = (line: string): void => void (stderr += `lucia-guard: ${line}\n`);
  const status = await run(args, { cwd, version: VERSION, color: false, out, note }, () => undefined);
  return { status, stdout, stderr };
}

/** The command line as it ships, in a process of its own, which takes a second to start. */
export function shipped(args: readonly string[], cwd: string): Answer {
  const cli = join(__dirname, '..', '..', 'dist', 'cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8', input: '' });
  return { status, stdout, stderr };
}
