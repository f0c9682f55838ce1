import { useRouter } from 'next/router';

export default function ForgotPasswordPage() {
  const { sent } = useRouter().query;
  if (sent) return <p>If the address is known, a mail with a link is on its way.</p>;
  return (
    <form method="post" action="/api/forgot-password">
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <button>Send me a link</button>
    </form>
  );
}
