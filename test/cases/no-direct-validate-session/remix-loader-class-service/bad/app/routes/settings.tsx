import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { lucia } from '../services/lucia.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const sid = lucia.readSessionCookie(request.headers.get('Cookie') ?? '');
  const { user } = sid ? await lucia.validateSession(sid) : { user: null }; // expect: no-direct-validate-session
  if (!user) throw redirect('/login');
  return json({ email: user.email });
}

export default function Settings() {
  return <h1>Settings</h1>;
}
