import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fileStateRequest, stateChangedNotification } from '../../server/src/shared/protocol';
import type { FileParams, FileState } from '../../server/src/shared/protocol';

/** The one status item: it always says what Lucia Guard does with the file in front of the user. */
export function createStatus(client: BaseLanguageClient, languages: readonly string[]): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem(
    'luciaGuard.status',
    languages.map((language) => ({ language })),
  );
  item.name = 'Lucia Guard';
  item.command = { title: 'Show Output', command: 'luciaGuard.showOutput' };

  const show = (state: FileState): void => {
    const text = textOf(state);
    item.text = `Lucia Guard: ${text}`;
    item.detail = state.reason;
    item.busy = state.state === 'indexing';
    item.severity = severityOf(state.state);
    item.accessibilityInformation = { label: `Lucia Guard: ${text}. ${state.reason}` };
  };

  const stopped = (): void =>
    show({
      state: 'error',
      reason: 'The language server does not run. Restart it from the palette.',
      indexed: 0,
      total: 0,
    });

  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !client.isRunning()) return;
    const params: FileParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    try {
      const state = await client.sendRequest<FileState>(fileStateRequest, params);
      if (vscode.window.activeTextEditor?.document === document) show(state);
    } catch {
      // The server has stopped meanwhile; the change of state says so.
    }
  };

  show({ state: 'indexing', reason: 'The language server is starting.', indexed: 0, total: 0 });
  const subscriptions = [
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void update();
      else if (newState === State.Stopped || newState === State.StartFailed) stopped();
    }),
    client.onNotification(stateChangedNotification, () => void update()),
  ];
  return vscode.Disposable.from(...subscriptions);
}

function textOf({ state, indexed, total }: FileState): string {
  switch (state) {
    case 'off':
      return 'off';
    case 'noLucia':
      return 'no Lucia here';
    case 'indexing':
      return `indexing ${indexed}/${total}`;
    case 'ready':
      return 'ready';
    case 'partial':
      return `partial (${indexed} files)`;
    case 'error':
      return 'error';
  }
}

function severityOf(state: FileState['state']): vscode.LanguageStatusSeverity {
  if (state === 'error') return vscode.LanguageStatusSeverity.Error;
  if (state === 'partial') return vscode.LanguageStatusSeverity.Warning;
  return vscode.LanguageStatusSeverity.Information;
}
