import type { GetServerSideProps, InferGetServerSidePropsType } from 'next';
import { $validateRequest } from '#session';

// Props reach the browser: only what the page shows.
export const getServerSideProps = (async ({ req, res }) => {
  const { user } = await $validateRequest(req, res);
  if (!user) return { redirect: { destination: '/login', permanent: false } };
  return { props: { /*#shownField*/email: user.email/*#*/ } };
}) satisfies GetServerSideProps;

export default function AccountPage({ /*#shownName*/email/*#*/ }: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <main>
      <p>Signed in as {/*#shownName*/email/*#*/}</p>
      <form method="post" action="/api/logout">
        <button>Log out</button>
      </form>
    </main>
  );
}
