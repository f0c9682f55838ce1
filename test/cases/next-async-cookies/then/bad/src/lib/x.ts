import { cookies } from 'next/headers';
export async function setIt(value: string) {
  const store = cookies();
  store.set('theme', value); // expect: next-async-cookies
}
