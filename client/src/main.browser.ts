import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  const server = async (): Promise<Worker> => new Worker(script);
  return activateWith(context, 'web worker', (id, name, options) => new LanguageClient(id, name, server, options));
}
