import type { LuciaService } from './lucia.service';

declare module 'lucia' {
  interface Register {
    Lucia: InstanceType<typeof LuciaService>;
  }
}
