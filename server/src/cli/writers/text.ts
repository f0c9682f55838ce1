import { countOf } from '../findings';
import type { CheckResult } from '../findings';

const COLORS = { error: 31, warning: 33, information: 36, bold: 1, dim: 2 };

/** For people: findings by file, then a line that sums up. */
export function writeText({ findings, filesScanned }: CheckResult, color: boolean): string {
  const paint = (name: keyof typeof COLORS, text: string) => (color ? `\u001b[${COLORS[name]}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  let file: string | undefined;
  for (const finding of findings) {
    if (finding.file !== file) {
      if (file !== undefined) lines.push('');
      file = finding.file;
      lines.push(paint('bold', file));
    }
    const at = `${finding.line}:${finding.column}`;
    lines.push(
      `  ${at}  ${paint(finding.severity, finding.severity)}  ${finding.message}  ${paint('dim', finding.ruleId)}`,
    );
    for (const related of finding.related) {
      const where = related.file === file ? '' : `${related.file}:`;
      lines.push(paint('dim', `    ${where}${related.line}:${related.column}  ${related.message}`));
    }
  }
  if (findings.length > 0) lines.push('');
  lines.push(summary(findings, filesScanned));
  return `${lines.join('\n')}\n`;
}

function summary(findings: CheckResult['findings'], filesScanned: number): string {
  const files = plural(filesScanned, 'file');
  if (findings.length === 0) return `No problems in ${files}.`;
  const counts = [
    plural(countOf(findings, 'error'), 'error'),
    plural(countOf(findings, 'warning'), 'warning'),
    `${countOf(findings, 'information')} information`,
  ].filter((part) => !part.startsWith('0 '));
  return `${plural(findings.length, 'problem')} in ${files}: ${counts.join(', ')}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
