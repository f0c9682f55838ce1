'use server';
import { revoke } from '@/lib/revoke';

export const endSession = async ({ sid }: { sid: string }) => { // expect: no-client-validate-session
  await revoke(sid);
};
