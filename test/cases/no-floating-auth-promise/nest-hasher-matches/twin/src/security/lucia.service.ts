import { Inject, Injectable } from '@nestjs/common';
import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { Lucia } from 'lucia';
import { Pool } from 'pg';

@Injectable()
export class LuciaService extends Lucia {
  constructor(@Inject('PG') pool: Pool) {
    super(new NodePostgresAdapter(pool, { user: 'account', session: 'account_session' }), {});
  }
}

declare module 'lucia' {
  interface Register {
    Lucia: InstanceType<typeof LuciaService>;
  }
}
