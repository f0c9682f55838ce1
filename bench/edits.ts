// What an edit costs, next to one parse of the same file: `npm run bench -- [folders]`. Every file that rules look at is
// typed in at its middle; both times are taken in turn, in the code as it is bundled.
import ts from 'typescript';
import { createService } from '../server/src/core/service';
import { createDiskHost } from '../server/src/node/host';
import { rules } from '../server/src/rules/index.generated';

const KEYS = 8;

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

function timed(action: () => void): number {
  const before = performance.now();
  action();
  return performance.now() - before;
}

const ratios: number[] = [];
for (const folder of process.argv.slice(2)) {
  const host = createDiskHost();
  const service = createService(host, { rules });
  service.setFolders([folder]);
  while (service.index(1000, () => performance.now()).phase === 'indexing');
  const own: { ratio: number; ms: number }[] = [];
  for (const path of service.checkedFiles()) {
    if (!/\.[cm]?tsx?$/.test(path) || service.status(path).state !== 'checked') continue;
    const original = host.read(path) ?? '';
    const at = original.indexOf(';', original.length / 2);
    if (at < 0) continue;
    service.open(path, original);
    service.diagnostics(path);
    const edits: number[] = [];
    const parses: number[] = [];
    for (let key = 1; key <= KEYS; key++) {
      const text = `${original.slice(0, at)}${'x'.repeat(key)}${original.slice(at)}`;
      edits.push(
        timed(() => {
          service.open(path, text);
          service.diagnostics(path);
        }),
      );
      parses.push(timed(() => ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)));
    }
    service.close(path);
    own.push({ ratio: quantile(edits, 0.5) / quantile(parses, 0.5), ms: quantile(edits, 0.5) });
  }
  ratios.push(...own.map(({ ratio }) => ratio));
  const times = own.map(({ ms }) => ms);
  console.log(
    `${folder}: ${own.length} files, an edit takes ${quantile(times, 0.5).toFixed(1)} ms (half of them), ${quantile(times, 0.95).toFixed(1)} ms (95%)`,
  );
}
console.log(
  `an edit costs ${quantile(ratios, 0.5).toFixed(1)} parses of its file (half of ${ratios.length} files), ${quantile(ratios, 0.95).toFixed(1)} (95%)`,
);
