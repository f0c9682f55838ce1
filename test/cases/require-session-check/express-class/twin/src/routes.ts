import { Router } from 'express';
import { PostsController } from './posts.controller';
import { signedIn } from './signed-in';
const controller = new PostsController();
export const routes = Router();
routes.use(signedIn);
routes.delete('/posts/:id', controller.remove);
