import { getCurrentUser } from '../auth';

export default async function Home() {
  const { user } = await getCurrentUser();
  return <p>{user ? `Hello ${user.email}` : 'Please sign in'}</p>;
}
