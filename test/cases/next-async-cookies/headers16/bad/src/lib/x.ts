import * as nextHeaders from 'next/headers';
export async function host() {
  const list = nextHeaders.headers();
  return list.get('host'); // expect: next-async-cookies
}
