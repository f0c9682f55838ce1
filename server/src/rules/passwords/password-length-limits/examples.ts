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
    {
      name: 'JSON Schema keywords',
      dependencies: { lucia: '3.2.2', elysia: '1.1.0' },
      files: {
        'src/join.ts': `import { Elysia, t } from 'elysia';
import { join } from './members';

const body = t.Object({
  email: t.String({ format: 'email' }),
  password: t.String({ minLength: 6, maxLength: 20 }),
//                                ^ min
//                                              ^^ max
});

export const routes = new Elysia().post('/join', ({ body }) => join(body), { body });
`,
      },
    },
    {
      name: 'decorators',
      dependencies: { lucia: '3.2.2', '@nestjs/common': '10.4.0', 'class-validator': '0.14.1' },
      files: {
        'src/sign-up.dto.ts': `import { IsEmail, Length } from 'class-validator';

export class SignUpDto {
  @IsEmail()
  email!: string;

  @Length(6, 32)
//        ^ min
//           ^^ max
  password!: string;
}
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
    {
      name: 'the limits of other properties',
      dependencies: { lucia: '3.2.2', fastify: '5.0.0' },
      files: {
        'src/sign-up.ts': `export const body = {
  type: 'object',
  properties: {
    username: { type: 'string', minLength: 3, maxLength: 20 },
    password: { type: 'string', minLength: 8, maxLength: 255 },
  },
} as const;
`,
      },
    },
  ],
};

export default examples;
