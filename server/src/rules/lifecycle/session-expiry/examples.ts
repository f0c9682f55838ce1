import type { Examples } from '../../../core/examples';

const REGISTER = `
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
  }
}
`;

const examples: Examples = {
  bad: [
    {
      name: 'half a year',
      files: {
        'src/auth.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(26, 'w'),
//                  ^^^^^^^^^^^^^^^^^^^^^ long
});
${REGISTER}`,
      },
    },
    {
      name: 'ten years, by a constant in another file',
      dependencies: { lucia: '3.2.2', oslo: '1.2.1', '@sveltejs/kit': '2.5.0' },
      files: {
        'src/lib/limits.ts': `import { TimeSpan } from 'oslo';

const YEARS = 10;
export const lifetime = new TimeSpan(365 * YEARS, 'd');
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cap
`,
        'src/lib/server/auth.ts': `import { Lucia } from 'lucia';
import { lifetime } from '../limits';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionExpiresIn: lifetime });
${REGISTER}`,
      },
    },
    {
      name: 'for ever',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/auth.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(Infinity, 'd') });
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid
${REGISTER}`,
      },
    },
    {
      name: 'an unknown unit',
      dependencies: { lucia: '3.2.2', express: '4.19.2' },
      files: {
        'src/auth.js': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter.js';

export const lucia = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(30, 'days') });
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ unit
`,
      },
    },
    {
      name: 'a number put together from many constants',
      files: {
        'src/clock.ts': `const TICK = 1;
const SECOND = 1000 * TICK;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
export const LIFETIME = 20 * WEEK;
`,
        'src/auth.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';
import { LIFETIME } from './clock';

export const lucia = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(LIFETIME, 'ms') });
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long
${REGISTER}`,
      },
    },
  ],
  good: [
    {
      name: 'two weeks',
      files: {
        'src/auth.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(2, 'w') });
${REGISTER}`,
      },
    },
    {
      name: 'the default',
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter);
${REGISTER}`,
      },
    },
    {
      name: 'ninety days in hours',
      files: {
        'src/auth.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(90 * 24, 'h') });
${REGISTER}`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'a cookie that outlives the session',
      files: {
        'src/auth.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, {
  sessionExpiresIn: new TimeSpan(14, 'd'),
  sessionCookie: { expires: false },
});
${REGISTER}`,
      },
    },
    {
      name: 'a time span of something else',
      files: {
        'src/invitations.ts': `import { TimeSpan } from 'lucia';

export const invitationLifetime = new TimeSpan(365, 'd');
`,
      },
    },
    {
      name: 'a time from the settings',
      files: {
        'src/auth.ts': `import { Lucia, TimeSpan } from 'lucia';
import { adapter } from './adapter';

export const lucia = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(Number(process.env.SESSION_DAYS), 'd') });
${REGISTER}`,
      },
    },
    {
      name: 'another class of that name',
      files: {
        'src/auth.ts': `import { Lucia } from 'lucia';
import { adapter } from './adapter';
import { TimeSpan } from './time-span';

export const lucia = new Lucia(adapter, { sessionExpiresIn: new TimeSpan(365, 'd').toLucia() });
${REGISTER}`,
        'src/time-span.ts': `import { TimeSpan as LuciaTimeSpan } from 'lucia';

export class TimeSpan {
  constructor(readonly minutes: number, readonly name: string) {}
  toLucia(): LuciaTimeSpan {
    return new LuciaTimeSpan(this.minutes, 'm');
  }
}
`,
      },
    },
  ],
};

export default examples;
