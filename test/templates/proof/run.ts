import type { AppDefinition } from './apps';
import { startApp } from './apps';
import { CHECKS, OAUTH_CHECKS } from './checks';
import { providerOf } from './providers';

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
    const attempt = async (name: string, run: () => Promise<string | void>): Promise<void> => {
      try {
        add(name, true, (await run()) ?? '');
      } catch (error) {
        add(name, false, `${error instanceof Error ? error.message : String(error)}\n${app.log().slice(-1500)}`);
      }
    };
    for (const check of definition.onlyOAuth ? [] : CHECKS) await attempt(check.name, () => check.run(app));
    for (const name of definition.providers)
      for (const check of OAUTH_CHECKS) await attempt(`${name}: ${check.name}`, () => check.run(app, providerOf(name)));
  } finally {
    await app.stop();
  }
  return outcomes;
}
