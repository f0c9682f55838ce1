import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node';
import authService from '../services/auth.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, headers } = await authService.requireUser(request);
  if (!user.email) throw redirect('/welcome', { headers });
  return json({ email: user.email }, { headers });
}

export default function Settings() {
  return <h1>Settings</h1>;
}
