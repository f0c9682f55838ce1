import type { ActionFunctionArgs } from '@remix-run/node';
import { prisma } from '../db.server';
import { requireUser } from '../session.server';

export async function action({ request }: ActionFunctionArgs) {
  await requireUser(request);
  const form = await request.formData();
  await prisma.item.create({ data: { name: String(form.get('name')) } });
  return null;
}
