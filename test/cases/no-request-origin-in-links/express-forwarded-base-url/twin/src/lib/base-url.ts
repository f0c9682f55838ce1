import { env } from 'node:process';

export function baseUrl(_req: unknown): string {
  return env.PUBLIC_URL ?? 'http://localhost:3000';
}
