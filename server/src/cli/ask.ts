import { createInterface } from 'node:readline';
import type { Option } from './check';

/** Asks on the terminal; answers undefined when it is closed (Ctrl+C, Ctrl+D). */
export function ask(question: string, options: readonly Option[]): Promise<string | undefined> {
  // On standard error, so that what is printed can be piped.
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const list = options.map(({ value, label }, index) => {
    const name = value === label ? label : `${label} (${value})`;
    return `  ${String(index + 1).padStart(2)}  ${name}\n`;
  });
  process.stderr.write(`${question}\n${list.join('')}`);
  return new Promise((resolve) => {
    terminal.on('close', () => resolve(undefined));
    const next = (): void =>
      terminal.question(`Number or name [1]: `, (line) => {
        const typed = line.trim().toLowerCase();
        const chosen =
          typed === ''
            ? options[0]
            : (options[Number(typed) - 1] ?? options.find(({ value }) => value.toLowerCase() === typed));
        if (!chosen) return next();
        resolve(chosen.value);
        terminal.close();
      });
    next();
  });
}
