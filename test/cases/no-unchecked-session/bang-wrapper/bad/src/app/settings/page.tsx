import { validateRequest } from '@/lib/auth';
import { loadSettings } from '@/lib/settings';

export default async function Settings() {
  const { user } = await validateRequest();
  const settings = await loadSettings(user!.id); // expect: no-unchecked-session
  return <p>{settings.theme}</p>;
}
