import { eq } from 'drizzle-orm';
import { redirect } from 'next/navigation';
import { db } from '@/db';
import { noteTable } from '@/db/schema';
import { validateRequest } from '@/lib/session';

export default async function NotesPage() {
  const { user } = await validateRequest();
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
