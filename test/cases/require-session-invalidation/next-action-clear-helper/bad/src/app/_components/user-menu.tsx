import { redirect } from 'next/navigation';
import { forgetSession, getSession } from '~/server/auth';

async function leave() {
  'use server';
  const { session } = await getSession();
  if (!session) redirect('/login');
  forgetSession(); // expect: require-session-invalidation
  redirect('/login');
}

export function UserMenu() {
  return (
    <form action={leave}>
      <button>Sign out</button>
    </form>
  );
}
