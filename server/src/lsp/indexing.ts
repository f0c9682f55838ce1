import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { IndexState, Service } from '../core/service.types';

/** Short enough that a request which arrives meanwhile is answered without a delay that a person notices. */
const SLICE_MS = 15;

export interface Indexer {
  /** Starts the work, or goes on with it when there is more. */
  start(): void;
}

/**
 * Indexes in slices, between which the server answers requests.
 * @param defer runs a callback when what has arrived meanwhile is done
 * @param onProgress called after each slice
 */
export function createIndexer(
  service: Service,
  connection: Connection,
  showsProgress: () => boolean,
  defer: (callback: () => void) => void,
  onProgress: (state: IndexState) => void,
): Indexer {
  let running = false;
  let progress: WorkDoneProgressServerReporter | undefined;

  const report = ({ phase, done, total }: IndexState): void => {
    if (phase === 'indexing')
      progress?.report(total > 0 ? Math.floor((100 * done) / total) : 0, `${done}/${total} files`);
    else {
      progress?.done();
      progress = undefined;
    }
  };

  const showProgress = async (): Promise<void> => {
    const created = await connection.window.createWorkDoneProgress();
    if (!running) return;
    created.begin('Lucia Guard: indexing', 0);
    progress = created;
  };

  const slice = (): void => {
    const state = service.index(SLICE_MS, Date.now);
    running = state.phase === 'indexing';
    report(state);
    onProgress(state);
    if (running) defer(slice);
  };

  return {
    start() {
      if (running) return;
      running = true;
      if (showsProgress()) showProgress().catch((error: unknown) => connection.console.warn(String(error)));
      defer(slice);
    },
  };
}
