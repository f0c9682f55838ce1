import { notFound, redirect } from 'next/navigation';
import { validateRequest } from '@/auth/validate-request';
import { membersOf } from '@/queries/members';
import { MemberTable } from './member-table';

export default async function TeamPage({ params }: { params: Promise<{ slug: string }> }) {
  const { user } = await validateRequest();
  if (!user) redirect('/login');
  const { slug } = await params;
  const members = await membersOf(slug, user.id);
  if (!members) notFound();
  return <MemberTable rows={members} />;
}
