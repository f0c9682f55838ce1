'use server';
import { revoke } from '@/lib/revoke';
import { validateRequest } from '@/lib/auth';

export const endSession = async () => {
  const { session } = await validateRequest();
  if (!session) return;
  await revoke(session.id);
};
