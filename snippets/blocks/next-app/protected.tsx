import { redirect } from 'next/navigation';
import { $validateRequest } from '#session';

export default async function AccountPage() {
  const { user } = await $validateRequest();
  if (!user) redirect('/login');
  return (
    <main>
      <p>Signed in as {/*#shownUser*/user.email ?? user.id/*#*/}</p>
      <form action="/logout" method="post">
        <button>Log out</button>
      </form>
    </main>
  );
}
