import { memoryHost } from '../../server/src/core/host';
import { createService } from '../../server/src/core/service';
import { rules } from '../../server/src/rules/index.generated';
import type { TemplateParams } from '../../server/src/templates/params';

const FRAMEWORK_PACKAGES: Readonly<Record<TemplateParams['framework'], string>> = {
  'next-app': 'next',
  'next-pages': 'next',
  sveltekit: '@sveltejs/kit',
  astro: 'astro',
  express: 'express',
  hono: 'hono',
  nuxt: 'nuxt',
};

const ARCTIC = { 1: '^1.9.2', 2: '^2.3.4', 3: '^3.7.0' } as const;

/**
 * What our own rules say of a project that holds these files and nothing else: all of them run, also those that are off by
 * default. Left out is package.json: that lucia, oslo and arctic are deprecated is true of every project that uses them.
 */
export function findingsOf(
  params: TemplateParams,
  files: readonly { readonly path: string; readonly text: string }[],
  packages: readonly string[],
): string[] {
  const texts = new Map(files.map((file) => [`/p/${file.path}`, file.text]));
  const manifest = {
    type: 'module',
    dependencies: {
      ...Object.fromEntries(packages.map((name) => [name, '*'])),
      lucia: '^3.2.2',
      arctic: ARCTIC[params.arcticMajor],
      [FRAMEWORK_PACKAGES[params.framework]]: `^${params.frameworkMajor}.0.0`,
    },
  };
  const own = [...texts];
  texts.set('/p/package.json', JSON.stringify(manifest));
  if (params.alias && params.framework !== 'sveltekit') {
    const paths = { [`${params.alias.prefix}*`]: [`./${params.alias.target}*`] };
    texts.set('/p/tsconfig.json', JSON.stringify({ compilerOptions: { paths } }));
  }
  const service = createService(memoryHost(texts), { rules });
  service.setFolders(['/p']);
  service.setSettings('/p', { rules: { '*': 'warning' } });
  while (service.index(1000, Date.now).phase === 'indexing');
  return own.flatMap(([path, text]) =>
    service.diagnostics(path).map((finding) => {
      const line = text.slice(0, finding.start).split('\n').length;
      return `${finding.ruleId} ${path.slice(3)}:${line} ${finding.message}`;
    }),
  );
}
