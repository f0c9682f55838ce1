import { notFound } from 'next/navigation';
import { db } from '../../../lib/lucia';
import { seller } from '../../../lib/seller';

export default async function Quote({ params }: { params: Promise<{ id: string }> }) {
  if (!(await seller())) notFound();
  const quote = db.prepare('select customer, total from quote where id = ?').get((await params).id);
  if (!quote) notFound();
  return <pre>{JSON.stringify(quote)}</pre>;
}
