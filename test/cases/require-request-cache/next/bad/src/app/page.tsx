import { Nav } from '../components/nav';
import { currentUser } from '../auth';
export default async function Home() {
  const user = await currentUser();
  return <><Nav /><p>{user?.id}</p></>;
}
