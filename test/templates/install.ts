/** Installs the packages that the blocks are checked against, once for all test files that run side by side. */
import { installSet } from './packages';
import { EDGES } from './projects';

for (const set of new Set(['' as const, ...EDGES.map((version) => version.set)])) installSet(set);
