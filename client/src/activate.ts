import * as vscode from 'vscode';
import { RevealOutputChannelOn } from 'vscode-languageclient';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { explainFileRequest } from '../../server/src/shared/protocol';
import type { FileParams, InitializationOptions } from '../../server/src/shared/protocol';
import { SETTINGS_SECTION } from '../../server/src/shared/settings';
import { createBlockCommands } from './blocks';
import { createPages, ruleUri } from './pages';
import { sendFiles } from './send-files';
import { createStatus } from './status';

const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'astro'];
const FIX_ALL_KIND = 'source.fixAll.luciaGuard';
const SHOW_RULE = 'luciaGuard.showRuleDocumentation';

type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the extension. The entry points differ only in how they start the server. */
export async function activateWith(
  context: vscode.ExtensionContext,
  place: 'node' | 'web worker',
  createClient: CreateClient,
): Promise<void> {
  const log = vscode.window.createOutputChannel('Lucia Guard', { log: true });
  const { version } = context.extension.packageJSON as { version: string };
  log.info(`Lucia Guard ${version} in VS Code ${vscode.version} (${place}).`);

  const initializationOptions: InitializationOptions = {
    documentationCommand: SHOW_RULE,
    documentationUri: ruleUri('{id}'),
    showsState: true,
  };
  const client = createClient(SETTINGS_SECTION, 'Lucia Guard', {
    documentSelector: [
      ...LANGUAGES.map((language) => ({ language })),
      { language: 'json', pattern: '**/package.json' },
    ],
    diagnosticCollectionName: 'lucia-guard',
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: [SHOW_RULE] } },
    initializationOptions,
    initializationFailedHandler: () => false,
  });
  const pages = createPages(context, log);
  const sent = sendFiles(client, place === 'node', log);
  context.subscriptions.push(log, client, pages, createStatus(client, LANGUAGES), sent);

  const command = (name: string, action: (argument?: unknown) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(name, action));
  };
  command('luciaGuard.restartServer', async () => {
    if (client.needsStop()) await client.stop();
    await client.start();
  });
  command('luciaGuard.showOutput', () => log.show());
  command(SHOW_RULE, (rule) => pages.showRule(rule));
  command('luciaGuard.fixAll', () =>
    vscode.commands.executeCommand('editor.action.codeAction', { kind: FIX_ALL_KIND, apply: 'first' }),
  );
  command('luciaGuard.explainFile', async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) {
      void vscode.window.showInformationMessage('Open a file to see whether Lucia Guard checks it.');
      return;
    }
    const params: FileParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    await pages.show('explain', document.uri.path, await client.sendRequest<string>(explainFileRequest, params));
  });
  const blocks = createBlockCommands(context, client, pages, sent.done, place === 'node');
  command('luciaGuard.insertBlock', (block) => blocks.insert(typeof block === 'string' ? block : undefined));
  command('luciaGuard.newAuthSetUp', () => blocks.setUp());
  for (const name of blocks.names) command(name, () => blocks.run(name));

  try {
    await client.start();
  } catch (error) {
    // The status item says so; the commands stay, so that the server can be started again.
    log.error(error instanceof Error ? error : String(error));
  }
}
