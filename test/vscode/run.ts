import { blocksSuite } from './blocks.suite';
import { examplesSuite } from './examples.suite';
import { editorSuite } from './editor.suite';
import { projectSuite } from './project.suite';
import { runMocha } from './mocha';

/** The entry that VS Code calls in its extension host: the desktop's, or a server's. */
export function run(): Promise<void> {
  return runMocha(() => {
    editorSuite();
    projectSuite();
    examplesSuite();
    blocksSuite();
  });
}
