import { resetPassword } from '#resetRoutes';

// The address of this page holds the token.
export const metadata = { referrer: 'no-referrer' };

//#if next14
//: type Query = { token?: string; error?: string };
//:
//: export default function ResetPasswordPage({ searchParams }: { searchParams: Query }) {
//:   const { token, error } = searchParams;
//#else
type Query = { token?: string; error?: string };

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { token, error } = await searchParams;
//#endif
  if (!token) return <p>This link is not valid any more.</p>;
  return (
    <form action={resetPassword}>
      {error && <p role="alert">Enter a password of at least 8 characters.</p>}
      <input name="token" type="hidden" value={token} />
      <label>
        New password <input name="password" type="password" autoComplete="new-password" minLength={8} required />
      </label>
      <button>Save</button>
    </form>
  );
}
