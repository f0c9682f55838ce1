import { lucia } from './lucia';
export async function endSession(id: string) {
  await lucia.invalidateSession(id);
}
