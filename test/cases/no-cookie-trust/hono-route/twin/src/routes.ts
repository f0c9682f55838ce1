import { Hono } from 'hono';
import { signedIn } from './session';
import { allInvoices } from './invoices';

export const routes = new Hono();
routes.get('/invoices', signedIn, async (c) => c.json(await allInvoices(c.get('user').id)));
