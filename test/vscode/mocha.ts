import Mocha from 'mocha';

/**
 * Runs the suites that `define` declares and prints one line a test, marked because the log of the whole workbench
 * runs through the same place. Rejects when one fails. The closing line is what the harness believes: a killed
 * extension host looks like a success otherwise.
 */
export function runMocha(define: () => void): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 120_000,
    reporter: class {} as unknown as typeof Mocha.reporters.Base,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  return new Promise((resolve, reject) => {
    let passed = 0;
    let failed = 0;
    const runner = mocha.run(() => {
      console.log(`E2E-DONE passed=${passed} failed=${failed}`);
      if (failed > 0) reject(new Error(`${failed} failed`));
      else resolve();
    });
    runner.on('pass', (test) => {
      passed++;
      console.log(`E2E-LINE ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test, error: Error) => {
      failed++;
      console.log(`E2E-LINE FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
}
