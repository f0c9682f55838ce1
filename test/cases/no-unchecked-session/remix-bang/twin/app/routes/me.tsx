import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireUser } from '../session.server';
import { profileOf } from '../profiles.server';
export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return profileOf(user.id);
}
