import { z } from 'zod';
export const credentials = z.object({ email: z.string().email().max(60), nick: z.string().min(2), password: z.string().min(8).max(128) });
