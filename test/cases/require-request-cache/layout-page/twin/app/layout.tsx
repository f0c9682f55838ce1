import { getAuth } from '../lib/get-auth';
export default async function Layout({ children }) {
  const { user } = await getAuth();
  return <html><body>{user?.id}{children}</body></html>;
}
