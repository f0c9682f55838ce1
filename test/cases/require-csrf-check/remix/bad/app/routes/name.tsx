import type { ActionFunctionArgs } from '@remix-run/node';
import { prisma } from '../db.server';
import { requireUser } from '../session.server';
export async function action({ request }: ActionFunctionArgs) { // expect: require-csrf-check
  const user = await requireUser(request);
  const form = await request.formData();
  await prisma.user.update({ where: { id: user.id }, data: { name: String(form.get('name')) } });
  return null;
}
