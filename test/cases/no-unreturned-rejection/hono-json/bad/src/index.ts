import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { session } from './session';
import { routes } from './routes';

const app = new Hono();
app.use(csrf());
app.use('*', session);
app.route('/', routes);
export default app;
