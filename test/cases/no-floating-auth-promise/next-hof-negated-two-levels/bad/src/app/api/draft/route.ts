import { NextResponse } from 'next/server';
import { can, getUser } from '../../../auth';

export async function GET(request: Request) {
  const params = new URL(request.url).searchParams;
  const { user } = await getUser();
  if (!user) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  if (!can.preview(params.get('preview'))) return NextResponse.json({ error: 'not a preview' }, { status: 400 });
  if (!can.edit(params.get('owner') ?? '')) { // expect: no-floating-auth-promise
    return NextResponse.json({ error: 'forbidden' }, { status: 403 });
  }
  return NextResponse.json({ ok: true });
}
