import { z } from 'zod';

export const registration = z.object({
  email: z.string().email(),
  name: z.string().min(1).max(80),
  password: z.string().min(10).max(72),
});
