import type { Metadata } from 'next';
import visitor from '../../auth';

export async function generateMetadata(): Promise<Metadata> {
  const who = await visitor();
  return { title: who ? `Tour for ${who.name}` : 'Tour' };
}

export default function Tour() {
  return <h1>Tour</h1>;
}
