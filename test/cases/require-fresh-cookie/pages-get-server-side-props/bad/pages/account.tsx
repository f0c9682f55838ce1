import type { GetServerSideProps } from 'next';
import { loadSession } from '../server/load-session';

export const getServerSideProps: GetServerSideProps = async (context) => {
  const { user } = await loadSession(context);
  if (!user) return { redirect: { destination: '/login', permanent: false } };
  return { props: { email: user.email } };
};

export default function Account({ email }: { email: string }) {
  return <p>{email}</p>;
}
