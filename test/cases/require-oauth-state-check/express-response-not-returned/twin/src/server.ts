import express from 'express';
import { githubCallback } from './auth/callback';

const app = express();
app.get('/auth/github/callback', githubCallback);
app.listen(3000);
