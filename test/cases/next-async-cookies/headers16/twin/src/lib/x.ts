import * as nextHeaders from 'next/headers';
export async function host() {
  const list = await nextHeaders.headers();
  return list.get('host');
}
