'use client';
import { lucia } from '@/lib/auth'; // expect: no-client-validate-session

export function Who({ id }: { id: string }) {
  lucia.validateSession(id).then(console.debug);
  return null;
}
