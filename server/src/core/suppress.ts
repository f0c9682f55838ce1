import type { Finding } from './rule';
import { lineColumnAt, lineStarts } from './text';

/** One suppression comment. */
export interface Directive {
  readonly scope: 'next-line' | 'line' | 'file';
  /** Empty: every rule. */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** Offsets of the comment. */
  readonly start: number;
  readonly end: number;
  /** 0-based line that it speaks of; -1 for the file. */
  readonly line: number;
}

export const UNUSED_DIRECTIVE = 'unused-directive';

const PATTERN =
  /(?:\/\/|\/\*|<!--|#)[ \t]*lucia-guard-disable-(next-line|line|file)\b[ \t]*([^\r\n]*?)[ \t]*(?:\*\/|-->|(?=\r?\n|$))/g;

/** `lucia-guard-disable-next-line <rule>, <rule> -- reason`, also `-line` and `-file`, in any comment. */
export function directivesOf(text: string, isText: (offset: number) => boolean = () => false): readonly Directive[] {
  if (!text.includes('lucia-guard-disable-')) return [];
  const starts = lineStarts(text);
  const found: Directive[] = [];
  for (const match of text.matchAll(PATTERN)) {
    if (isText(match.index)) continue;
    const [list = '', ...reasons] = match[2]!.split(/\s--\s|^--\s/);
    const line = lineColumnAt(starts, match.index).line - 1;
    const end = match.index + match[0].length;
    const scope = match[1] as Directive['scope'];
    const lineOfEnd = lineColumnAt(starts, end).line - 1;
    found.push({
      scope,
      rules: list.split(/[\s,]+/).filter(Boolean),
      reason: reasons.length ? reasons.join(' -- ').trim() : undefined,
      start: match.index,
      end,
      line: scope === 'file' ? -1 : scope === 'line' ? line : lineOfEnd + 1,
    });
  }
  return found;
}

/** Splits findings into those that stay and the directives that none of them needed. */
export function applyDirectives(
  text: string,
  findings: readonly Finding[],
  isText?: (offset: number) => boolean,
): { readonly kept: readonly Finding[]; readonly unused: readonly Directive[] } {
  const directives = directivesOf(text, isText);
  if (!directives.length) return { kept: findings, unused: [] };
  const starts = lineStarts(text);
  const used = new Set<Directive>();
  const kept = findings.filter((finding) => {
    const line = lineColumnAt(starts, finding.start).line - 1;
    let hidden = false;
    for (const directive of directives) {
      if (directive.line !== -1 && directive.line !== line) continue;
      if (directive.rules.length && !directive.rules.includes(finding.ruleId)) continue;
      used.add(directive);
      hidden = true;
    }
    return !hidden;
  });
  return { kept, unused: directives.filter((directive) => !used.has(directive)) };
}

/** Where a new directive for a finding's line goes, and its text. */
export function disableLineEdit(
  text: string,
  offset: number,
  ruleId: string,
): { readonly start: number; readonly end: number; readonly newText: string } {
  const starts = lineStarts(text);
  const { line } = lineColumnAt(starts, offset);
  const lineStart = starts[line - 1]!;
  const existing = directivesOf(text).find(
    (directive) => directive.scope === 'next-line' && directive.line === line - 1,
  );
  if (existing?.rules.length) return appendRule(text, existing, ruleId);
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: lineStart, end: lineStart, newText: `${indent}// lucia-guard-disable-next-line ${ruleId}${newline}` };
}

export function disableFileEdit(
  text: string,
  ruleId: string,
  scriptStart: number,
): { readonly start: number; readonly end: number; readonly newText: string } {
  const existing = directivesOf(text).find((directive) => directive.scope === 'file');
  if (existing?.rules.length) return appendRule(text, existing, ruleId);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: scriptStart, end: scriptStart, newText: `// lucia-guard-disable-file ${ruleId}${newline}` };
}

function appendRule(
  text: string,
  directive: Directive,
  ruleId: string,
): { start: number; end: number; newText: string } {
  const last = directive.rules[directive.rules.length - 1]!;
  const at = text.indexOf(last, text.indexOf(directive.rules[0]!, directive.start)) + last.length;
  return { start: at, end: at, newText: `, ${ruleId}` };
}
