import cookieParser from 'cookie-parser';
import express from 'express';
import { documents } from './routes/documents';

const app = express();
app.use(cookieParser());
app.use('/documents', documents);
app.listen(3000);
