import type { FileContext } from '../../core/context';
import type { Owner, Site } from '../../core/ops';
import type { Fix } from '../../core/rule';
import type { ts } from '../../core/syntax';
import type { Value } from '../../core/values';

export interface LoginLeak {
  readonly owner: Owner;
  readonly account: Value;
  readonly verify: Site;
  readonly exit: ts.Node;
  readonly condition: ts.Expression | undefined;
}

export function constantTimeFix(leak: LoginLeak, context: FileContext): readonly Fix[] {
  void leak;
  void context;
  return [];
}
