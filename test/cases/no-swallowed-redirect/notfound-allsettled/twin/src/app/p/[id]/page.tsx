import { notFound } from 'next/navigation';
import { load } from '@/lib/load';
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const post = await load((await params).id).catch(() => null);
  if (!post) return notFound();
  return <p>{post.title}</p>;
}
