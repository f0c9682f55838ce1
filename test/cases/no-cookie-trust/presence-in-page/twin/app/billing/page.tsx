import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { listInvoices } from '@/lib/invoices';
import { lucia } from '@/lib/auth';

async function viewer(id: string) {
  return lucia.validateSession(id);
}

export default async function BillingPage() {
  if (!cookies().has(lucia.sessionCookieName)) redirect('/login');
  const { user } = await viewer(cookies().get(lucia.sessionCookieName)!.value);
  if (!user) redirect('/login');
  const invoices = await listInvoices(user.id);
  return <ul>{invoices.map((invoice) => <li key={invoice.id}>{invoice.total}</li>)}</ul>;
}
