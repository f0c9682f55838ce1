import { sql } from '@/auth';
import { redirect } from 'next/navigation';
import { viewer } from '@/viewer';

export default async function Contacts() {
  if (!(await viewer())) redirect('/login');
  const people = await sql`select id, name, phone from contact order by name`;
  return (
    <ul>
      {people.map((p) => (
        <li key={p.id}>
          {p.name} {p.phone}
        </li>
      ))}
    </ul>
  );
}
