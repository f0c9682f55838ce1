import { Hono } from 'hono';
import { signedIn } from './session';
import { TaskService } from './services/tasks';

const service = new TaskService();
export const routes = new Hono();
routes.use('/tasks', signedIn);
routes.post('/tasks', async (c) => {
  const { title } = await c.req.json();
  await service.add(title);
  return c.json({ ok: true }, 201);
});
