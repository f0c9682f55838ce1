import { notFound } from 'next/navigation';
import { load } from '@/lib/load';
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  try {
    const post = await load((await params).id);
    if (!post) return notFound(); // expect: no-swallowed-redirect
    return <p>{post.title}</p>;
  } catch (error) {
    return <p>Error</p>;
  }
}
