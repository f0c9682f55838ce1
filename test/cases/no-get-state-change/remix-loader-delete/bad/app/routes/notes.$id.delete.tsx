import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { prisma } from '../db.server';
import { requireUser } from '../session.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  await prisma.note.deleteMany({ where: { id: params.id, userId: user.id } }); // expect: no-get-state-change
  return redirect('/notes');
}
