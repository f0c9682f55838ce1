import { requireUser } from '@/lib/auth/current';

export default async function Dashboard() {
  const user = await requireUser();
  return <h1>Welcome, {user.email}</h1>;
}
