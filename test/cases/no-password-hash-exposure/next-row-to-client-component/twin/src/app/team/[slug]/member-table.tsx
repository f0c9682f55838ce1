'use client';

import { useState } from 'react';

interface Row {
  id: string;
  name: string;
}

export function MemberTable({ rows }: { rows: Row[] }) {
  const [filter, setFilter] = useState('');
  return (
    <>
      <input value={filter} onChange={(e) => setFilter(e.target.value)} />
      <ul>
        {rows
          .filter((row) => row.name.includes(filter))
          .map((row) => (
            <li key={row.id}>{row.name}</li>
          ))}
      </ul>
    </>
  );
}
