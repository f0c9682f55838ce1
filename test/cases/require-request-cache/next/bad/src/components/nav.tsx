import { currentUser } from '../auth';
export async function Nav() {
  const user = await currentUser();
  return <nav>{user?.id}</nav>;
}
