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
      fixed: {
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
      name: 'a schema with a low maximum',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', zod: '3.23.8' },
      files: {
        'src/schema.ts': `import { z } from 'zod';

export const signup = z.object({ email: z.string().email(), password: z.string().min(8).max(32) });
//                                                                                          ^^ max
`,
      },
      fixed: {
        'src/schema.ts': `import { z } from 'zod';

export const signup = z.object({ email: z.string().email(), password: z.string().min(8).max(64) });
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
      fixed: {
        'src/join.ts': `import { Elysia, t } from 'elysia';
import { join } from './members';

const body = t.Object({
  email: t.String({ format: 'email' }),
  password: t.String({ minLength: 8, maxLength: 20 }),
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
      fixed: {
        'src/sign-up.dto.ts': `import { IsEmail, Length } from 'class-validator';

export class SignUpDto {
  @IsEmail()
  email!: string;

  @Length(8, 32)
  password!: string;
}
`,
      },
    },
    {
      name: 'the number is told to people too',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.8.0' },
      files: {
        'src/routes/signup/+page.server.ts': `import { fail } from '@sveltejs/kit';

export const actions = {
	default: async ({ request }) => {
		const form = await request.formData();
		const password = form.get('password');
		// Six was enough once.
		if (typeof password !== 'string' || password.length <= 5) {
//                                    ^^^^^^^^^^^^^^^^^^^^ min
			return fail(400, { message: 'Use 6 characters or more.' });
		}
		if (password.length < 6) return fail(400, { message: 'Password: at least 6 characters' });
//    ^^^^^^^^^^^^^^^^^^^ min
		return { done: true };
	},
};
`,
      },
      fixed: {
        'src/routes/signup/+page.server.ts': `import { fail } from '@sveltejs/kit';

export const actions = {
	default: async ({ request }) => {
		const form = await request.formData();
		const password = form.get('password');
		// Six was enough once.
		if (typeof password !== 'string' || password.length <= 7) {
			return fail(400, { message: 'Use 8 characters or more.' });
		}
		if (password.length < 6) return fail(400, { message: 'Password: at least 6 characters' });
		return { done: true };
	},
};
`,
      },
    },
    {
      name: 'limits with a message, in constants and in place',
      dependencies: { lucia: '3.2.2', astro: '4.16.0', zod: '3.23.8' },
      files: {
        'src/limits.ts': `export const MIN_PASSWORD_LENGTH = 6
`,
        'src/actions/index.ts': `import { z } from "zod"
import { MIN_PASSWORD_LENGTH } from "../limits"

const newPassword = z
    .string()
    .max(20, { message: "Your password may have 20 characters at most" })
//       ^^ max
    .min(MIN_PASSWORD_LENGTH)
//       ^^^^^^^^^^^^^^^^^^^ min

export const register = z.object({ password: newPassword })
`,
      },
      fixed: {
        'src/actions/index.ts': `import { z } from "zod"
import { MIN_PASSWORD_LENGTH } from "../limits"

const newPassword = z
    .string()
    .max(64, { message: "Your password may have 64 characters at most" })
    .min(MIN_PASSWORD_LENGTH)

export const register = z.object({ password: newPassword })
`,
      },
    },
    {
      name: 'the number is for user names too: no fix',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/join.ts': `const LEAST = 5;

export function isComplete(body: { username: string; password: string }) {
  return !(body.username.length < LEAST || body.password.length < LEAST);
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ min
}
`,
      },
    },
    {
      name: 'who has a short password must still get in: no fix',
      dependencies: { lucia: '3.2.2', next: '15.5.29', '@node-rs/argon2': '2.2.1' },
      files: {
        'app/login/actions.ts': `'use server';
import { verify } from '@node-rs/argon2';
import { findUser } from '@/lib/users';

export async function login(form: FormData) {
  const password = form.get('password');
  if (typeof password !== 'string' || password.length < 6) return { error: 'Wrong e-mail or password' };
//                                    ^^^^^^^^^^^^^^^^^^^ min
  const user = await findUser(String(form.get('email')));
  return { error: (await verify(user.passwordHash, password)) ? null : 'Wrong e-mail or password' };
}
`,
      },
    },
    {
      name: 'a range that lets too little through',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/fits.ts': `export function fits(password: string): boolean {
  return password.length >= 10 && password.length <= 24;
//                                ^^^^^^^^^^^^^^^^^^^^^ max
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
    {
      name: 'a password that is there already may not be left out',
      files: {
        'account.ts': `import { z } from 'zod';

export const loginSchema = z.object({ email: z.string().email(), password: z.string().min(1).max(128) });
export const changeSchema = z.object({
  currentPassword: z.string().min(1),
  newPassword: z.string().min(8).max(128),
});
export const deleteAccount = z.object({ password: z.string().min(1) });
`,
      },
    },
  ],
};

export default examples;
