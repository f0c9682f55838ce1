import { redirect } from 'next/navigation';
import { viewer } from '@/lib/viewer';
export default async function Account() {
  const { user } = await viewer();
  if (!user) redirect('/login');
  return <p>{user.id}</p>;
}
