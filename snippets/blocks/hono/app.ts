import { Hono } from 'hono';
import { loginRoutes } from '#login';
import { logoutRoutes } from '#logout';
import { oauthCallbackRoutes } from '#oauthCallback';
import { oauthStartRoutes } from '#oauthStart';
import { checkOrigin } from '#origin';
import { accountRoutes } from '#protected';
import { resetRoutes } from '#resetRoutes';
import { $validateRequest } from '#session';
import type { SessionEnv } from '#session';
import { signupRoutes } from '#signup';

export const app = new Hono<SessionEnv>();

app.use(checkOrigin);
app.use($validateRequest);
app.route('/', loginRoutes);
app.route('/', signupRoutes);
app.route('/', logoutRoutes);
app.route('/', accountRoutes);
app.route('/', resetRoutes);
app.route('/', oauthStartRoutes);
app.route('/', oauthCallbackRoutes);
