import type { APIRoute } from 'astro';
import { begin } from '../../../lib/oauth';

export const GET: APIRoute = (context) => context.redirect(begin(context).toString());
