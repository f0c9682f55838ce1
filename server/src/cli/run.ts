import { severityOf } from '../core/config';
import type { RuleDefinition } from '../core/rule';
import { toHostPath } from '../node/host';
import { rules } from '../rules/index.generated';
import { check, openProjects } from './check';
import type { Environment } from './check';
import type { CheckResult } from './findings';
import { HELP } from './help';
import { writeBlock } from './new';
import { UsageError, parseCommand, unknownRule } from './options';
import type { CheckOptions, Format } from './options';
import { writeGithub } from './writers/github';
import { writeJson } from './writers/json';
import { writeSarif } from './writers/sarif';
import { writeText } from './writers/text';

const ruleIds = rules.map(({ id }) => id);

/**
 * Runs one command of the command line.
 * @returns the exit code, or undefined when the language server has taken over
 */
export async function run(
  args: readonly string[],
  environment: Environment,
  startServer: () => void,
): Promise<number | undefined> {
  try {
    const command = parseCommand(args, ruleIds);
    switch (command.name) {
      case 'help':
        environment.out(HELP);
        return 0;
      case 'version':
        environment.out(`${environment.version}\n`);
        return 0;
      case 'lsp':
        startServer();
        return undefined;
      case 'new':
        return await writeBlock(command.options, environment);
      case 'rules':
        environment.out(command.json ? rulesAsJson() : rulesAsText());
        return 0;
      case 'explain':
        environment.out(explain(command.rule, environment));
        return 0;
      case 'print-config':
        environment.out(configOf(command.file, command.rules, environment));
        return 0;
      case 'check': {
        const { result, exitCode } = check(command.options, environment);
        environment.out(write(result, command.options.format, environment));
        return exitCode;
      }
    }
  } catch (error) {
    if (error instanceof UsageError) environment.note(error.message);
    else
      environment.note(`could not go on: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 2;
  }
}

function write(result: CheckResult, format: Format, { color, version }: Environment): string {
  switch (format) {
    case 'json':
      return writeJson(result);
    case 'sarif':
      return writeSarif(result, rules, version);
    case 'github':
      return writeGithub(result);
    case 'text':
      return writeText(result, color);
  }
}

function explain(id: string, { cwd }: Environment): string {
  const page = openProjects([], {}, cwd).service.explain(id);
  if (page === undefined) throw new UsageError(unknownRule(id, ruleIds));
  return `${page.trimEnd()}\n`;
}

function rulesAsText(): string {
  const width = Math.max(0, ...ruleIds.map((id) => id.length));
  const line = (rule: RuleDefinition) => `${rule.id.padEnd(width)}  ${defaultOf(rule).padEnd(11)}  ${rule.docs.what}\n`;
  return rules.map(line).join('');
}

function rulesAsJson(): string {
  const list = rules.map((rule) => ({
    id: rule.id,
    family: rule.family,
    severity: rule.severity,
    stage: rule.stage,
    precision: rule.precision,
    cwe: typeof rule.cwe === 'number' ? rule.cwe : null,
    fixable: rule.fixable,
    what: rule.docs.what,
  }));
  return `${JSON.stringify(list, undefined, 2)}\n`;
}

function defaultOf({ stage, severity }: RuleDefinition): string {
  return stage === 'preview' ? 'preview' : severity;
}

function configOf(file: string, overrides: CheckOptions['rules'], { cwd }: Environment): string {
  const { service } = openProjects([file], overrides, cwd);
  const path = toHostPath(file, cwd);
  const settings = service.settingsFor(path);
  const effective = rules.map((rule): [string, string] => [rule.id, severityOf(rule, settings)?.severity ?? 'off']);
  const { state, reason } = service.status(path);
  return `${JSON.stringify({ ...settings, rules: Object.fromEntries(effective), state, reason }, undefined, 2)}\n`;
}
