import express, { Router } from 'express';
import { PrismaClient } from '@prisma/client';
import { lucia } from './auth';
const prisma = new PrismaClient();
const app = express();
const signedIn: express.RequestHandler = async (req, res, next) => {
  const id = lucia.readSessionCookie(req.headers.cookie ?? '');
  const { user } = id ? await lucia.validateSession(id) : { user: null };
  if (!user) return void res.status(401).end();
  next();
};
const create: express.RequestHandler = async (req, res) => {
  await prisma.post.create({ data: { title: req.body.title } });
  res.status(201).end();
};
const wipe: express.RequestHandler = async (req, res) => {
  await prisma.post.deleteMany({ where: { authorId: req.params.id } });
  res.status(204).end();
};
app.post('/posts', signedIn, create);
app.delete('/authors/:id/posts', signedIn, wipe);
