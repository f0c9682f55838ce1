import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'mocha';
import { providerFacts, providerSlug, providersOf } from '../../server/src/templates/oauth';
import { installSet } from './packages';
import { MAJORS } from './projects';

describe('what the building blocks know of OAuth providers', function () {
  this.timeout(300_000);
  let packages = '';
  before(() => {
    packages = join(installSet(''), 'node_modules');
  });

  it('is what the declarations of arctic 1, 2 and 3 say', () => {
    const script = fileURLToPath(new URL('../../scripts/blocks-providers.mjs', import.meta.url));
    const folders = ['arctic1', 'arctic2', 'arctic'].map((name) => join(packages, name));
    const done = spawnSync(process.execPath, [script, '--check', ...folders], { encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
  });

  it('holds every provider that the packages export', async () => {
    for (const major of MAJORS) {
      const arctic = (await import(
        join(packages, major === 3 ? 'arctic' : `arctic${major}`, 'dist/index.js')
      )) as object;
      const exported = Object.entries(arctic)
        .filter(([, value]) => typeof value === 'function' && 'createAuthorizationURL' in (value as Class).prototype)
        .map(([name]) => name)
        // The general client is no provider.
        .filter((name) => name !== 'OAuth2Client');
      assert.deepEqual(providersOf(major), exported.sort());
    }
  });

  it('gives each provider a path and settings of its own', () => {
    for (const major of MAJORS) {
      const slugs = providersOf(major).map(providerSlug);
      assert.equal(new Set(slugs).size, slugs.length);
      for (const slug of slugs) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it('asks for PKCE exactly where arctic wants a code verifier', () => {
    for (const major of MAJORS) {
      for (const provider of providersOf(major)) {
        const facts = providerFacts(provider, major);
        assert.equal(facts.exchange.includes('codeVerifier'), facts.pkce, `${provider} of arctic ${major}`);
      }
    }
  });
});

type Class = { readonly prototype: object };
