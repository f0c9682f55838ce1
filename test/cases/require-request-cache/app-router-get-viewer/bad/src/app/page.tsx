import { getViewer } from '@/auth/viewer';
import { Header } from './header';

export default async function Home() {
  const viewer = await getViewer();
  return (
    <>
      <Header />
      <p>{viewer ? 'Your feed is empty.' : 'Log in to see your feed.'}</p>
    </>
  );
}
