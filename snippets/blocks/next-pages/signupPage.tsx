import { useRouter } from 'next/router';

const messages: Record<string, string> = {
  input: 'Enter an e-mail address and a password of at least 8 characters.',
  throttled: 'Too many attempts. Try again later.',
  used: 'This e-mail address is already used.',
};

export default function SignupPage() {
  const { error } = useRouter().query;
  return (
    <form method="post" action="/api/signup">
      {typeof error === 'string' && <p role="alert">{messages[error] ?? 'Something went wrong.'}</p>}
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="new-password" minLength={8} required />
      </label>
      <button>Sign up</button>
    </form>
  );
}
