import { Hono } from 'hono';
import { auth } from './middleware/auth';

const app = new Hono();
app.use('*', auth);
app.get('/', (c) => c.text('ok'));
export default app;
