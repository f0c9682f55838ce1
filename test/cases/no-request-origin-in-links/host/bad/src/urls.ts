import type { Request } from 'express';
export const absolute = (req: Request, path: string) => `${req.protocol}://${req.get('host')}${path}`;
