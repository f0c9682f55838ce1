import { sequence } from '@sveltejs/kit/hooks';
import { checkOrigin } from '#origin';
import { $validateRequest } from '#session';

export const handle = sequence(checkOrigin, $validateRequest);
