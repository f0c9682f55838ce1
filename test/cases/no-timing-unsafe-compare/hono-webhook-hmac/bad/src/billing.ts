import { db } from './db';

export async function settle(event: { invoice: string }): Promise<void> {
  await db.updateTable('invoice').set({ paid: true }).where('number', '=', event.invoice).execute();
}
