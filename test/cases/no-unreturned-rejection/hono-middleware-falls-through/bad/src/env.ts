import type { Session, User } from 'lucia';

export interface AppEnv {
  Bindings: { DB: D1Database };
  Variables: { user: User | null; session: Session | null };
}
