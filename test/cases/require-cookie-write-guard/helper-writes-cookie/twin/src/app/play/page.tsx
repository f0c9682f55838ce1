import { redirect } from 'next/navigation';
import { getPlayer } from '@/lib/player';

export default async function Play() {
  const player = await getPlayer();
  if (!player) redirect('/login');
  return <p>Player {player.id}, ready?</p>;
}
