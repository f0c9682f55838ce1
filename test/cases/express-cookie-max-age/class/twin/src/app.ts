import express from 'express';
import { attachUser, origin } from './middleware';
import { router } from './routes';

const app = express();
app.use(origin);
app.use(attachUser);
app.use(router);
app.listen(3000);
