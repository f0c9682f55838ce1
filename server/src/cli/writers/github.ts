import type { CheckResult } from '../findings';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice' };

/** Workflow commands: GitHub shows each at its line in the change. */
export function writeGithub({ findings }: CheckResult): string {
  return findings
    .map(({ file, line, column, endLine, endColumn, severity, ruleId, message }) => {
      const properties = { file, line, endLine, col: column, endColumn, title: ruleId };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(message)}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
