import { Router } from 'express';
import { confirmPage, end } from './controllers/session';
export const routes = Router();
routes.route('/logout').get(confirmPage).post(end);
