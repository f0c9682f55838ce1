import type { TemplateParams } from './params';

/** What stands for the `/*#name*\/…/*#*\/` marks and the provider's names of a block source. */
export function expressionSlots(params: TemplateParams): Readonly<Record<string, string>> {
  void params;
  return {};
}
