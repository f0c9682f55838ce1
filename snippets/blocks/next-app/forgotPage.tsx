import { requestReset } from '#resetRoutes';

//#if next14
//: export default function ForgotPasswordPage({ searchParams }: { searchParams: { sent?: string } }) {
//:   const { sent } = searchParams;
//#else
export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const { sent } = await searchParams;
//#endif
  if (sent) return <p>If the address is known, a mail with a link is on its way.</p>;
  return (
    <form action={requestReset}>
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <button>Send me a link</button>
    </form>
  );
}
