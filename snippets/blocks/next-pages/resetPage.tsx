import type { GetServerSideProps } from 'next';

export const getServerSideProps = (async ({ query, res }) => {
  // The address of this page holds the token.
  res.setHeader('Referrer-Policy', 'no-referrer');
  return { props: { token: typeof query.token === 'string' ? query.token : '' } };
}) satisfies GetServerSideProps<{ token: string }>;

export default function ResetPasswordPage({ token }: { token: string }) {
  return (
    <form method="post" action="/api/reset-password">
      <input name="token" type="hidden" value={token} />
      <label>
        New password <input name="password" type="password" autoComplete="new-password" minLength={8} required />
      </label>
      <button>Save</button>
    </form>
  );
}
