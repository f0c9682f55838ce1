import { readSession } from '../../auth';
export default async function Me() {
  const { user } = await readSession();
  return <p>{user?.id}</p>;
}
