import { redirect } from '@remix-run/node';
import { target } from '../safe';
import { signIn } from '../login.server';
export async function action({ request }) {
  const form = await request.formData();
  await signIn(form);
  return redirect(target(form)); // expect: no-open-redirect
}
