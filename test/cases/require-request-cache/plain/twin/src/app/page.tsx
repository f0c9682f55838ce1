import { getAuth } from '../session';
export default async function Home() {
  const { user } = await getAuth();
  return <p>{user ? 'Welcome back' : 'Hello'}</p>;
}
