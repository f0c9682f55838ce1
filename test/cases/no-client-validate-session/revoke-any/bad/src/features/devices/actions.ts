'use server';
import { auth } from '../../server/lucia';
import { revalidatePath } from 'next/cache';

export const revokeDevice = async (deviceSessionId: string) => {
  await auth.invalidateSession(deviceSessionId); // expect: no-client-validate-session
  revalidatePath('/settings/devices');
};
