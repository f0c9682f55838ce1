import { redirect } from 'next/navigation';
import { validateRequest } from '@/lib/auth';
import { loadSettings } from '@/lib/settings';

export default async function Settings() {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  const settings = await loadSettings(user.id);
  return <p>{settings.theme}</p>;
}
