import { defineRule } from '../../../core/rule';
import { propertyName, ts, walk } from '../../../core/syntax';

/** Deprecated by their author, and what their READMEs point to. Source: the READMEs at the repositories' heads. */
const DEPRECATED: Readonly<Record<string, string>> = {
  lucia: 'its author publishes a single-file replacement',
  'lucia-auth': 'it became lucia, which is deprecated too',
  oslo: 'use the @oslojs packages',
  arctic: 'deprecated in July 2026',
  '@lucia-auth/oauth': 'Lucia v2 only; arctic took its place',
  '@lucia-auth/adapter-mongoose': 'Lucia v2 only',
  '@lucia-auth/adapter-session-redis': 'Lucia v2 only',
  '@lucia-auth/adapter-session-unstorage': 'Lucia v2 only',
  '@lucia-auth/adapter-kysely': 'Lucia v2 only',
};

export default defineRule({
  id: 'deprecated-auth-package',
  family: 'setup',
  severity: 'information',
  stage: 'stable',
  precision: 'high',
  cwe: 1104,
  frameworks: 'all',
  fixable: 'none',
  manifest: true,
  docs: {
    what: 'A package that its author no longer maintains is among the dependencies: lucia, oslo, arctic or an adapter for Lucia v2.',
    why: 'Nobody fixes what is found in them from now on. Existing apps keep working; new defects stay.',
    how: "Plan the replacement: session code of your own after the author's single-file version, @oslojs packages for oslo, an OAuth client that is maintained for arctic.",
    limits: 'Goes by the names in package.json, not by what a registry says of a version. Reported once a project.',
  },
  sources: [
    { title: 'Lucia', url: 'https://github.com/lucia-auth/lucia' },
    { title: 'Arctic', url: 'https://github.com/pilcrowonpaper/arctic' },
    { title: 'Oslo', url: 'https://github.com/pilcrowonpaper/oslo' },
  ],
  messages: {
    deprecated: '{names} {verb} deprecated by {whose} author ({what}); plan a replacement.',
  },
  words: Object.keys(DEPRECATED),
  check(context, report) {
    const found: { node: ts.Node; name: string }[] = [];
    walk(context.file.sourceFile, (node) => {
      if (!ts.isPropertyAssignment(node)) return true;
      const section = propertyName(node.name);
      if (section !== 'dependencies' && section !== 'devDependencies') return false;
      if (!ts.isObjectLiteralExpression(node.initializer)) return false;
      for (const property of node.initializer.properties) {
        const name = propertyName(property.name);
        if (name !== undefined && property.name && Object.hasOwn(DEPRECATED, name))
          found.push({ node: property.name, name });
      }
      return false;
    });
    const [first] = found;
    if (!first) return;
    report({
      at: first.node,
      message: 'deprecated',
      data: {
        names: found.map(({ name }) => name).join(', '),
        verb: found.length > 1 ? 'are' : 'is',
        whose: found.length > 1 ? 'their' : 'its',
        what: DEPRECATED[first.name] ?? '',
      },
      related: found
        .slice(1)
        .map(({ node, name }) => context.related(context.ref(node), `${name}: ${DEPRECATED[name]}.`)),
    });
  },
});
