import { mustBeSignedIn } from '@/lib/current';
export default async function TeamLayout({ children }: { children: React.ReactNode }) {
  await mustBeSignedIn();
  return <main>{children}</main>;
}
