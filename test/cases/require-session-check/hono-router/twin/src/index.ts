import { Hono } from 'hono';
import { session } from './middleware';
import { recipesRouter } from './recipes';
const app = new Hono();
app.use(session);
app.route('/recipes', recipesRouter);
export default app;
