import { sql } from '@/auth';

export default async function Contacts() {
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
