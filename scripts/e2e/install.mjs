// Installs what the tests in a real VS Code need, so that other tests can run meanwhile.
import { SetupError, chromium, node24, playwright, vsce, vscodeServer, vscodeWeb } from './tools.mjs';

const packager = [vsce, node24];
const workbench = [playwright, chromium, vscodeServer, vscodeWeb];
try {
  for (const tool of process.env.LUCIA_GUARD_SKIP_E2E === '1' ? packager : [...packager, ...workbench]) tool();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
