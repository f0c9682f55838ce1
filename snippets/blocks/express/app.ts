import express from 'express';
import { loginRouter } from '#login';
import { logoutRouter } from '#logout';
import { oauthCallbackRouter } from '#oauthCallback';
import { oauthStartRouter } from '#oauthStart';
import { checkOrigin } from '#origin';
import { accountRouter } from '#protected';
import { resetRouter } from '#resetRoutes';
import { $validateRequest } from '#session';
import { signupRouter } from '#signup';

export const app = express();

app.use(checkOrigin);
app.use($validateRequest);
app.use(loginRouter, signupRouter, logoutRouter, accountRouter, resetRouter, oauthStartRouter, oauthCallbackRouter);
