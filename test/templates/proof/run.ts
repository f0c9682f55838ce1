import type { AppDefinition } from './apps';
import { startApp } from './apps';
import { CHECKS, OAUTH_CHECKS } from './checks';
import { providerOf } from './providers';
import { CannotBeHad } from './stores';

export interface Outcome {
  readonly app: string;
  readonly check: string;
  /** Skipped: the machine lacks what the app needs. */
  readonly result: 'passed' | 'failed' | 'skipped';
  /** What the check measured, or why it did not pass. */
  readonly note: string;
}

/** Runs every check against one app. */
export async function prove(definition: AppDefinition, report: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const add = (check: string, result: Outcome['result'], note: string): void => {
    const outcome = { app: definition.name, check, result, note };
    outcomes.push(outcome);
    report(outcome);
  };
  let app: Awaited<ReturnType<typeof startApp>>;
  try {
    app = await startApp(definition);
  } catch (error) {
    add('builds and starts', error instanceof CannotBeHad ? 'skipped' : 'failed', String(error));
    return outcomes;
  }
  add('builds and starts', 'passed', '');
  try {
    const attempt = async (name: string, run: () => Promise<string | void>): Promise<void> => {
      try {
        add(name, 'passed', (await run()) ?? '');
      } catch (error) {
        add(name, 'failed', `${error instanceof Error ? error.message : String(error)}\n${app.log().slice(-1500)}`);
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
