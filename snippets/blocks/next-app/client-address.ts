import { headers } from 'next/headers';

/** The address of the client, as the proxy in front of Next.js reports it. The proxy has to overwrite the header. */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get('X-Forwarded-For');
  return forwarded?.split(',').at(-1)?.trim() ?? 'unknown';
}
