import { redirect } from 'next/navigation';
import { forgetSession, getSession, lucia } from '~/server/auth';

async function leave() {
  'use server';
  const { session } = await getSession();
  if (!session) redirect('/login');
  await lucia.invalidateSession(session.id);
  forgetSession();
  redirect('/login');
}

export function UserMenu() {
  return (
    <form action={leave}>
      <button>Sign out</button>
    </form>
  );
}
