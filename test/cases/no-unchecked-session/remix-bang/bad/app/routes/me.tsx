import type { LoaderFunctionArgs } from '@remix-run/node';
import { getAuth } from '../session.server';
import { profileOf } from '../profiles.server';
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await getAuth(request);
  return profileOf(session!.userId); // expect: no-unchecked-session
}
