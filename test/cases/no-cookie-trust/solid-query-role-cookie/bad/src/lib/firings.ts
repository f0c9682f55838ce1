import { query, redirect } from '@solidjs/router';
import { getCookie } from 'vinxi/http';
import { sql } from '../server/auth';

export const allFirings = query(async () => {
  'use server';
  const role = getCookie('role');
  if (role !== 'admin') throw redirect('/'); // expect: no-cookie-trust
  return sql`select id, kiln, potter_id, fee from firing order by started_at desc`;
}, 'firings');
