import type { ActionFunctionArgs } from '@remix-run/node';
import { prisma } from '../db.server';
import { sameOrigin } from '../origin.server';
import { requireUser } from '../session.server';
export async function action({ request }: ActionFunctionArgs) {
  sameOrigin(request);
  const user = await requireUser(request);
  const form = await request.formData();
  await prisma.user.update({ where: { id: user.id }, data: { name: String(form.get('name')) } });
  return null;
}
