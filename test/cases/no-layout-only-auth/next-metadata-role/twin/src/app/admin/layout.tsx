import { notFound } from 'next/navigation';
import { validateRequest } from '@/lib/auth';
export default async function AdminLayout({ children }) {
  const { user } = await validateRequest();
  if (!user || user.role !== 'admin') notFound();
  return <>{children}</>;
}
