import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { activateWith } from './activate';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  let worker: Worker | undefined;
  const stop = (): void => worker?.terminate();
  context.subscriptions.push({ dispose: stop });
  // The reader and writer are made here: VS Code puts a stand-in for Worker, which the client does not recognise.
  const server = async (): Promise<MessageTransports> => {
    stop();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(context, 'web worker', (id, name, options) => new LanguageClient(id, name, server, options));
}
