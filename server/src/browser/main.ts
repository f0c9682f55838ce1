import {
  BrowserMessageReader,
  BrowserMessageWriter,
  ProposedFeatures,
  createConnection,
} from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const reader = new BrowserMessageReader(worker);
const writer = new BrowserMessageWriter(worker);

startServer(createConnection(ProposedFeatures.all, reader, writer), {
  name: 'web worker',
  disk: undefined,
  documentationUri: () => undefined,
  defer: (callback) => void setTimeout(callback, 0),
});
