import { getViewer } from '@/auth/viewer';

export async function Header() {
  const viewer = await getViewer();
  return <nav>{viewer ? `@${viewer.handle}` : <a href="/login">Log in</a>}</nav>;
}
