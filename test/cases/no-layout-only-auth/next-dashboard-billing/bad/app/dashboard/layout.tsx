import type { ReactNode } from 'react';
import { requireUser } from '@/lib/auth/current';

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  return (
    <div className="dashboard">
      <header>{user.email}</header>
      <main>{children}</main>
    </div>
  );
}
