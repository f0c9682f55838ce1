import { Router } from 'express';
import { ProfileController } from './controllers/profile';
import { signedIn } from './signed-in';

const profile = new ProfileController();

export const routes = Router().get('/profile', signedIn, profile.show);
