import * as vscode from 'vscode';

const SCHEME = 'lucia-guard';

export interface Pages extends vscode.Disposable {
  /** Shows the page of a rule, or lets the user choose when none is named. */
  showRule(rule: unknown): Promise<void>;
  /** Shows Markdown made by the server as a rendered page. */
  show(kind: string, path: string, markdown: string): Promise<void>;
  /** Where a text can be read that is not in a file. */
  proposal(path: string, text: string): vscode.Uri;
}

/** Where a rule's page is; `{id}` stands for any rule's. */
export function ruleUri(id: string): string {
  return `${SCHEME}:/rules/${id}.md`;
}

interface RuleSetting {
  readonly markdownDescription: string;
}

/** Rendered Markdown pages inside VS Code: of the rules, and of what the server explains. */
export function createPages(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Pages {
  const contents = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const readRule = async (id: string): Promise<string | undefined> => {
    // The id comes from a link: only names of rules lead to a file.
    if (!Object.hasOwn(ruleSettings(context), id)) return undefined;
    const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${id}.md`);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
  };

  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    // A finding's link leads here without the page having been shown before.
    provideTextDocumentContent: async (uri) => {
      const rule = /^\/rules\/([\w-]+)\.md$/.exec(uri.path)?.[1];
      return (rule === undefined ? contents.get(uri.toString()) : await readRule(rule)) ?? '';
    },
  });

  const preview = async (uri: vscode.Uri): Promise<void> => {
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch (error) {
      // VS Code's own Markdown extension is turned off.
      log.warn(String(error));
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  };

  const show = async (kind: string, path: string, markdown: string): Promise<void> => {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${kind}/${path.slice(path.lastIndexOf('/') + 1)}.md` });
    contents.set(uri.toString(), markdown);
    changed.fire(uri);
    await preview(uri);
  };

  const choose = async (): Promise<string | undefined> => {
    const items = Object.entries(ruleSettings(context)).map(([label, { markdownDescription }]) => ({
      label,
      detail: markdownDescription,
    }));
    const chosen = await vscode.window.showQuickPick(items, { title: 'Lucia Guard rules', matchOnDetail: true });
    return chosen?.label;
  };

  const showRule = async (rule: unknown): Promise<void> => {
    const id = typeof rule === 'string' ? rule : await choose();
    if (id === undefined) return;
    if (Object.hasOwn(ruleSettings(context), id)) await preview(vscode.Uri.parse(ruleUri(id)));
    else void vscode.window.showInformationMessage(`Lucia Guard has no page about ${id}.`);
  };

  const proposal = (path: string, text: string): vscode.Uri => {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/block/${path}` });
    contents.set(uri.toString(), text);
    changed.fire(uri);
    return uri;
  };

  return {
    show,
    showRule,
    proposal,
    dispose: () => {
      provider.dispose();
      changed.dispose();
    },
  };
}

function ruleSettings(context: vscode.ExtensionContext): Readonly<Record<string, RuleSetting>> {
  const { contributes } = context.extension.packageJSON as {
    contributes: {
      configuration: { properties: { 'luciaGuard.rules': { properties: Record<string, RuleSetting> } } };
    };
  };
  return contributes.configuration.properties['luciaGuard.rules'].properties;
}
