import * as vscode from 'vscode';

const SCHEME = 'lucia-guard';

export interface Pages extends vscode.Disposable {
  /** Shows the page of a rule, or lets the user choose when none is named. */
  showRule(rule: unknown): Promise<void>;
  /** Shows Markdown made by the server as a rendered page. */
  show(kind: string, path: string, markdown: string): Promise<void>;
}

interface RuleSetting {
  readonly markdownDescription: string;
}

/** Rendered Markdown pages inside VS Code: of the rules, and of what the server explains. */
export function createPages(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Pages {
  const contents = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => contents.get(uri.toString()) ?? '',
  });

  const show = async (kind: string, path: string, markdown: string): Promise<void> => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${kind}/${name}${name.endsWith('.md') ? '' : '.md'}` });
    contents.set(uri.toString(), markdown);
    changed.fire(uri);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch (error) {
      // VS Code's own Markdown extension is turned off.
      log.warn(String(error));
      await vscode.window.showTextDocument(uri, { preview: true });
    }
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
    // The id comes from a link: only names of rules lead to a file.
    if (!Object.hasOwn(ruleSettings(context), id)) {
      void vscode.window.showInformationMessage(`Lucia Guard has no page about ${id}.`);
      return;
    }
    const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${id}.md`);
    await show('rules', page.path, new TextDecoder().decode(await vscode.workspace.fs.readFile(page)));
  };

  return {
    show,
    showRule,
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
