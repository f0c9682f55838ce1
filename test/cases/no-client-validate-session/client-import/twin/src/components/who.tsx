'use client';
import type { lucia } from '@/lib/auth';

export type L = typeof lucia;
export function Who({ name }: { name: string }) {
  return <p>{name}</p>;
}
