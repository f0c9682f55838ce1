import { redirect } from '@remix-run/node';
import { db } from '../db.server';
import { requireUser } from '../session.server';
export async function action({ params, request }: { params: { id: string }; request: Request }) {
  const [{ id: ownerId }, form] = await Promise.all([requireUser(request), request.formData()]);
  await db.event.updateMany({ where: { id: params.id, ownerId }, data: { title: String(form.get('title')) } });
  return redirect('/events');
}
export default function Event() {
  return <form method="post" />;
}
