import { action } from '@solidjs/router';
import { getRequestEvent } from 'solid-js/web';
import { db } from './db';
export const addTodo = action(async (form: FormData) => {
  'use server';
  const user = getRequestEvent()?.locals.user;
  if (!user) throw new Error('Unauthorized');
  await db.todo.create({ data: { title: String(form.get('title')), userId: user.id } });
});
