import { db } from './db';

export async function personBySubject(subject: string, name: string) {
  return (
    (await db.selectFrom('person').select('id').where('linkedin_sub', '=', subject).executeTakeFirst()) ??
    (await db
      .insertInto('person')
      .values({ id: crypto.randomUUID(), linkedin_sub: subject, name })
      .returning('id')
      .executeTakeFirstOrThrow())
  );
}
