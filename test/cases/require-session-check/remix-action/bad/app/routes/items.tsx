import type { ActionFunctionArgs } from '@remix-run/node';
import { prisma } from '../db.server';

export async function action({ request }: ActionFunctionArgs) { // expect: require-session-check
  const form = await request.formData();
  await prisma.item.create({ data: { name: String(form.get('name')) } });
  return null;
}
