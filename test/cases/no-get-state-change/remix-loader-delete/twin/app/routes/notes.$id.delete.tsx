import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { prisma } from '../db.server';
import { requireUser } from '../session.server';

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  await prisma.note.deleteMany({ where: { id: params.id, userId: user.id } });
  return redirect('/notes');
}
