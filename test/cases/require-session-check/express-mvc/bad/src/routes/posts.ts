import { Router } from 'express';
import * as posts from '../controllers/posts';
import { signedIn } from '../middleware/session';
export const router = Router();
router.post('/posts', signedIn, posts.create);
router.post('/posts/:id/publish', posts.publish);
