import { integer, text } from 'drizzle-orm/sqlite-core';

export const id = () => text('id').primaryKey();
export const until = (name: string) => integer(name, { mode: 'timestamp' }).notNull();
