import { json, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { lucia } from '~/lucia.server';
import { findMember } from '~/members.server';
import { assertOrigin } from '~/origin.server';
import { fits } from '~/passwords.server';
import { Problem } from '~/problems';

export async function action({ request }: ActionFunctionArgs) {
  assertOrigin(request);
  const form = await request.formData();
  const email = String(form.get('email') ?? '');
  const password = String(form.get('password') ?? '');
  const member = await findMember(email);
  const right = await fits(member?.password_hash, password);

  if (!member) return json({ problem: Problem.NoSuchMember }, { status: 400 });
  if (!right) return json({ problem: Problem.PasswordDiffers }, { status: 400 }); // expect: no-user-enumeration

  const session = await lucia.createSession(member.id, {});
  return redirect('/', { headers: { 'Set-Cookie': lucia.createSessionCookie(session.id).serialize() } });
}

export default function Login() {
  const data = useActionData<typeof action>();
  return (
    <Form method="post">
      <input name="email" type="email" />
      <input name="password" type="password" />
      {data ? <p role="alert">{data.problem}</p> : null}
      <button>Sign in</button>
    </Form>
  );
}
