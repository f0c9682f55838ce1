import { query, redirect } from '@solidjs/router';
import { getRequestEvent } from 'solid-js/web';
import { sql } from '../server/auth';

export const allFirings = query(async () => {
  'use server';
  const role = getRequestEvent()!.locals.user?.role;
  if (role !== 'admin') throw redirect('/');
  return sql`select id, kiln, potter_id, fee from firing order by started_at desc`;
}, 'firings');
