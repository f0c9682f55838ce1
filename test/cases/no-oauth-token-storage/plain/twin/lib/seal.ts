import { createCipheriv, randomBytes } from 'node:crypto';
const key = Buffer.from(process.env.TOKEN_KEY!, 'hex');
export function seal(text: string) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}
