import { validateRequest } from './auth';
export async function hasSession() {
  return Boolean((await validateRequest()).session);
}
