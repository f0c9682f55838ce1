import { z } from 'zod';
export const credentials = z.object({ email: z.string().email(), password: z.string().min(6).max(100) }); // expect: password-length-limits
