import { Form, redirect, useLoaderData } from 'react-router';
import { mustEdit } from '../server/auth';
import { db } from '../server/db';
import type { Route } from './+types/article.$slug.edit';

export async function loader({ request, params }: Route.LoaderArgs) {
  await mustEdit(request);
  return db.selectFrom('article').select(['slug', 'body']).where('slug', '=', params.slug).executeTakeFirstOrThrow();
}

export async function action({ request, params }: Route.ActionArgs) {
  await mustEdit(request);
  const body = String((await request.formData()).get('body') ?? '');
  await db.updateTable('article').set({ body }).where('slug', '=', params.slug).execute();
  return redirect(`/article/${params.slug}`);
}

export default function Edit() {
  const article = useLoaderData<typeof loader>();
  return (
    <Form method="post">
      <textarea name="body" defaultValue={article.body} />
      <button>Save</button>
    </Form>
  );
}
