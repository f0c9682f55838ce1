import { json, type LoaderFunctionArgs } from '@remix-run/node';
import requireMember from '../guard.server';
import { prisma } from '../db';

export async function loader({ request }: LoaderFunctionArgs) {
  const headers = new Headers();
  requireMember(request, headers); // expect: no-floating-auth-promise
  const reports = await prisma.report.findMany({ where: { published: true }, select: { id: true, title: true } });
  return json({ reports }, { headers });
}
