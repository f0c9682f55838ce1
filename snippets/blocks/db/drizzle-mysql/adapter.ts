import { DrizzleMySQLAdapter } from '@lucia-auth/adapter-drizzle';
import { db } from '#db';
import { $sessionTable, $userTable } from '#schema';

export const adapter = new DrizzleMySQLAdapter(db, $sessionTable, $userTable);
