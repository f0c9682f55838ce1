import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { createDiskHost } from './host';

/** Serves the client that started this process: over IPC, a socket or a pipe when it says so, else over stdio. */
export function startNodeServer(): void {
  const transport = process.argv.some((argument) => /^--(?:node-ipc|stdio|socket|pipe)\b/.test(argument));
  const connection = transport
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  }
  // Both stand beside each other in the package.
  const pages = join(__dirname, '..', 'docs', 'rules');
  startServer(connection, {
    name: 'node',
    disk: createDiskHost(),
    documentationUri: (ruleId) => {
      const page = join(pages, `${ruleId}.md`);
      return existsSync(page) ? pathToFileURL(page).href : undefined;
    },
    defer: (callback) => void setImmediate(callback),
  });
}
