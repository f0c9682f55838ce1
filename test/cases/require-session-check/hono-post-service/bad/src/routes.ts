import { Hono } from 'hono';
import { TaskService } from './services/tasks';

const service = new TaskService();
export const routes = new Hono();
routes.post('/tasks', async (c) => { // expect: require-session-check
  const { title } = await c.req.json();
  await service.add(title);
  return c.json({ ok: true }, 201);
});
