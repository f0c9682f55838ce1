import express from 'express';
import { lucia } from './auth/lucia.js';
import { SessionManager } from './auth/session-manager.js';

const app = express();
const sessions = new SessionManager(lucia);
app.use(sessions.load);
app.get('/me', (req, res) => {
  if (!res.locals.user) {
    res.status(401).end();
    return;
  }
  res.json({ id: res.locals.user.id });
});
app.listen(3000);
