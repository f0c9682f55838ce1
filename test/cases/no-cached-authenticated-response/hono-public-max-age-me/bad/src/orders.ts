import { db } from './db';

export const ordersOf = (userId: string) =>
  db.selectFrom('order').select(['number', 'total']).where('user_id', '=', userId).execute();
