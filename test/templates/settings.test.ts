import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DATABASES, completeParams } from '../../server/src/templates/params';
import type { Database } from '../../server/src/templates/params';
import { renderSetUp } from '../../server/src/templates/templates';

function settings(given: Parameters<typeof completeParams>[0]): Map<string, string> {
  const file = renderSetUp(completeParams(given)).files.find(({ path }) => path === '.env.example')!;
  const lines = file.text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

describe('the settings that a whole set proposes', () => {
  it('name everything that its files read', () => {
    assert.deepEqual(
      [...settings({ framework: 'next-app', database: 'better-sqlite3', provider: 'Apple' }).keys()],
      [
        'APPLE_CLIENT_ID',
        'APPLE_KEY_ID',
        'APPLE_PRIVATE_KEY',
        'APPLE_REDIRECT_URI',
        'APPLE_TEAM_ID',
        'DATABASE_FILE',
        'MAIL_API_KEY',
        'MAIL_API_URL',
        'MAIL_FROM',
        'SITE_ORIGIN',
      ],
    );
  });

  it('have a database for development, and the address where the provider sends the browser back', () => {
    const url = (database: Database): string | undefined => {
      const all = settings({ framework: 'express', database });
      return all.get('DATABASE_URL') ?? all.get('DATABASE_FILE');
    };
    for (const database of DATABASES) assert.ok(url(database), database);
    assert.match(url('drizzle-mysql')!, /^mysql:/);
    assert.match(url('prisma')!, /^postgres:/);
    assert.equal(
      settings({ framework: 'next-pages' }).get('GITHUB_REDIRECT_URI'),
      'http://localhost:3000/api/login/github/callback',
    );
    assert.equal(settings({ framework: 'sveltekit' }).get('GITHUB_CLIENT_SECRET'), '');
  });
});
