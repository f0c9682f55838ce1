import { hash } from '@node-rs/argon2';
import { redirect } from '@remix-run/node';
import { field } from '../fields';
import { insertUser } from '../users.server';
export async function action({ request }: { request: Request }) {
  const form = await request.formData();
  const password = field(form, 'password'); // expect: no-password-modification
  if (password.length < 10) return { error: 'too short' };
  await insertUser(field(form, 'email'), await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 }));
  return redirect('/');
}
