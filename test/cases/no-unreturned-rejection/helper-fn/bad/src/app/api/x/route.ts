import { validateRequest } from '@/lib/auth';
import { forbidden } from '@/lib/answers';
import { wipe } from '@/lib/wipe';
export async function GET() {
  const { user } = await validateRequest();
  if (user?.role !== 'admin') forbidden(); // expect: no-unreturned-rejection
  return Response.json(await wipe());
}
