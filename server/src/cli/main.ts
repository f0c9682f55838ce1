import { version } from '../../../package.json';
import { startNodeServer } from '../node/start';
import { ask } from './ask';
import type { Environment } from './check';
import { run } from './run';

// Someone who reads only the first lines (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const note = (line: string): void => void process.stderr.write(`lucia-guard: ${line}\n`);

const environment: Environment = {
  cwd: process.cwd(),
  version,
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  out: (text) => void process.stdout.write(text),
  note,
  ...(process.stdin.isTTY && { ask }),
};

run(process.argv.slice(2), environment, startNodeServer)
  .then((exitCode) => {
    // Not process.exit: what is still to be written to a pipe would be lost.
    if (exitCode !== undefined) process.exitCode = exitCode;
  })
  .catch((error: unknown) => {
    note(String(error));
    process.exitCode = 2;
  });
