import { cookies } from 'next/headers';
export async function setIt(value: string) {
  const store = cookies();
  (await store).set('theme', value);
}
