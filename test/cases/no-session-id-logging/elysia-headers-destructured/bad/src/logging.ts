import { Elysia } from 'elysia';
import pino from 'pino';

const logger = pino({ name: 'http' });

export const logging = new Elysia().onRequest(({ request }) => {
  const { method, url, headers } = request;
  logger.debug({ method, path: new URL(url).pathname, headers: Object.fromEntries(headers) }); // expect: no-session-id-logging
});
