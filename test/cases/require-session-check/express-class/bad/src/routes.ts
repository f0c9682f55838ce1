import { Router } from 'express';
import { PostsController } from './posts.controller';
const controller = new PostsController();
export const routes = Router();
routes.delete('/posts/:id', controller.remove);
