import { redirect } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { banners, db } from '$lib/server/db';
import { only } from '$lib/server/only';
export const load = async ({ locals }) => {
  if (!locals.user) redirect(302, '/login');
  return { banners: await db.select().from(banners) };
};
export const actions = {
  remove: async ({ request, locals }) => {
    only('admin', locals);
    const form = await request.formData();
    await db.delete(banners).where(eq(banners.id, String(form.get('id'))));
  },
};
