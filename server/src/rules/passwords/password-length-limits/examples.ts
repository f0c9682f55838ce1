import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'six characters, as in an old guide',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/signup/actions.ts': `'use server';

export async function register(form: FormData) {
  const password = form.get('password');
  if (typeof password !== 'string' || password.length < 6 || password.length > 255) return { error: 'Invalid password' };
//                                    ^^^^^^^^^^^^^^^^^^^ min
  return { error: null };
}
`,
      },
    },
    {
      name: 'a schema with a low maximum',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', zod: '3.23.8' },
      files: {
        'src/schema.ts': `import { z } from 'zod';

export const signup = z.object({ email: z.string().email(), password: z.string().min(8).max(32) });
//                                                                                          ^^ max
`,
      },
    },
  ],
  good: [
    {
      name: 'eight to 255',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'app/signup/actions.ts': `'use server';

export async function register(form: FormData) {
  const password = form.get('password');
  if (typeof password !== 'string' || password.length < 8 || password.length > 255) return { error: 'Invalid password' };
  return { error: null };
}
`,
      },
    },
    {
      name: 'a schema with room',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', zod: '3.23.8' },
      files: {
        'src/schema.ts': `import { z } from 'zod';

export const signup = z.object({ email: z.string().email(), password: z.string().min(10).max(128) });
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'the length of a user name',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', zod: '3.23.8' },
      files: {
        'src/schema.ts': `import { z } from 'zod';

export const signup = z.object({ username: z.string().min(3).max(31), password: z.string().min(8).max(255) });
`,
      },
    },
  ],
};

export default examples;
