import { desc } from 'drizzle-orm';
import { db } from '$lib/server/db';
import { payslips } from '$lib/server/schema';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  // expect: no-layout-only-auth
  const rows = await db.select().from(payslips).orderBy(desc(payslips.month)).limit(50);
  return { rows };
};
