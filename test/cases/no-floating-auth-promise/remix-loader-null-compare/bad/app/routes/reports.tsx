import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { prisma } from '~/services/prisma.server';
import { currentViewer } from '~/services/viewer.server';

export async function loader({ request }: LoaderFunctionArgs) {
  if (currentViewer(request) === null) {
    // expect: no-floating-auth-promise
    throw redirect('/login');
  }
  const reports = await prisma.report.findMany({ orderBy: { createdAt: 'desc' }, take: 50 });
  return { reports };
}

export default function Reports() {
  const { reports } = useLoaderData<typeof loader>();
  return (
    <ul>
      {reports.map((report) => (
        <li key={report.id}>{report.title}</li>
      ))}
    </ul>
  );
}
