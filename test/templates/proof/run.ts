import type { AppDefinition } from './apps';
import { startApp } from './apps';
import { CHECKS } from './checks';

export interface Outcome {
  readonly app: string;
  readonly check: string;
  readonly ok: boolean;
  /** What the check measured, or why it failed. */
  readonly note: string;
}

/** Runs every check against one app. */
export async function prove(definition: AppDefinition, report: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const add = (check: string, ok: boolean, note: string): void => {
    const outcome = { app: definition.name, check, ok, note };
    outcomes.push(outcome);
    report(outcome);
  };
  let app: Awaited<ReturnType<typeof startApp>>;
  try {
    app = await startApp(definition);
  } catch (error) {
    add('builds and starts', false, String(error));
    return outcomes;
  }
  add('builds and starts', true, '');
  try {
    for (const check of CHECKS) {
      try {
        add(check.name, true, (await check.run(app)) ?? '');
      } catch (error) {
        add(check.name, false, `${error instanceof Error ? error.message : String(error)}\n${app.log().slice(-1500)}`);
      }
    }
  } finally {
    await app.stop();
  }
  return outcomes;
}
