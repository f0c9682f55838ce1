import { sequence } from 'astro:middleware';
import { checkOrigin } from '#origin';
import { $validateRequest } from '#session';

export const onRequest = sequence(checkOrigin, $validateRequest);
