import type { LuciaService } from './lucia.service';

export interface Register {
  Lucia: InstanceType<typeof LuciaService>;
}
