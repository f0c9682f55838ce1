import { getAuth } from '../lib/get-auth';
export default async function Page() {
  const { user } = await getAuth();
  return <p>{user?.id}</p>;
}
