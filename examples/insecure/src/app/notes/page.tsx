import { eq } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { db } from '@/db';
import { noteTable } from '@/db/schema';
import { lucia } from '@/lib/auth';

export default async function NotesPage() {
  const sessionId = (await cookies()).get(lucia.sessionCookieName)?.value ?? '';
  const { user } = await lucia.validateSession(sessionId);
  if (!user) redirect('/login');

  const notes = await db.select().from(noteTable).where(eq(noteTable.ownerId, user.id));
  return (
    <ul>
      {notes.map((note) => (
        <li key={note.id}>{note.body}</li>
      ))}
    </ul>
  );
}
