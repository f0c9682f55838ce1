'use server';
import { auth } from '../../server/lucia';
import { viewer } from '../../server/viewer';
import { revalidatePath } from 'next/cache';

export const revokeDevice = async (deviceSessionId: string) => {
  const { user } = await viewer();
  if (!user) throw new Error('Sign in first');
  const own = await auth.getUserSessions(user.id);
  if (!own.some((session) => session.id === deviceSessionId)) throw new Error('Not found');
  await auth.invalidateSession(deviceSessionId);
  revalidatePath('/settings/devices');
};
