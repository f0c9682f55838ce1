import { currentUser } from '../auth';
export default async function Home() {
  const user = await currentUser();
  return <p>{user?.id}</p>;
}
