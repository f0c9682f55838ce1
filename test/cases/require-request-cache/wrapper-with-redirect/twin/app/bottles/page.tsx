import { redirect } from 'next/navigation';
import { db } from '../../lib/lucia';
import { readSession } from '../../lib/session';

export default async function Bottles() {
  const { user } = await readSession();
  if (!user) redirect('/login');
  const bottles = db.prepare('select id, name, year from bottle where owner_id = ?').all(user.id) as any[];
  return (
    <ul>
      {bottles.map((b) => (
        <li key={b.id}>
          {b.name} {b.year}
        </li>
      ))}
    </ul>
  );
}
