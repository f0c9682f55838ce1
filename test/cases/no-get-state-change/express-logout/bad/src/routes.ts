import { Router } from 'express';
import { end } from './controllers/session';
export const routes = Router();
routes.get('/logout', end);
