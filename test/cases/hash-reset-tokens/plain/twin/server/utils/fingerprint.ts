import { createHash } from 'node:crypto';
export const fingerprint = (secret: string) => createHash('sha256').update(secret).digest('hex');
