import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { listInvoices } from '@/lib/invoices';

export default async function BillingPage() {
  const signedIn = cookies().has('auth_session'); // expect: no-cookie-trust
  if (!signedIn) redirect('/login');
  const invoices = await listInvoices();
  return <ul>{invoices.map((invoice) => <li key={invoice.id}>{invoice.total}</li>)}</ul>;
}
