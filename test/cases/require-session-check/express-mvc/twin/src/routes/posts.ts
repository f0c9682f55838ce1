import { Router } from 'express';
import * as posts from '../controllers/posts';
import { signedIn } from '../middleware/session';
export const router = Router();
router.post('/posts', signedIn, posts.create);
router.route('/posts/:id/publish').post(signedIn, posts.publish);
