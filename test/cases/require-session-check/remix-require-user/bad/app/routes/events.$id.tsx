import { redirect } from '@remix-run/node';
import { db } from '../db.server';
import { requireUser } from '../session.server';
export async function loader({ request }: { request: Request }) {
  const user = await requireUser(request);
  return { user };
}
export async function action({ params, request }: { params: { id: string }; request: Request }) { // expect: require-session-check
  const form = await request.formData();
  await db.event.update({ where: { id: params.id }, data: { title: String(form.get('title')) } });
  return redirect('/events');
}
export default function Event() {
  return <form method="post" />;
}
