import { action } from '@solidjs/router';
import { db } from './db';
export const addTodo = action(async (form: FormData) => { // expect: require-session-check
  'use server';
  await db.todo.create({ data: { title: String(form.get('title')) } });
});
