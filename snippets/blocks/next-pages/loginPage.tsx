import { useRouter } from 'next/router';

const messages: Record<string, string> = {
  credentials: 'Wrong e-mail address or password.',
  throttled: 'Too many attempts. Try again later.',
  oauth: 'The sign-in was cancelled.',
};

export default function LoginPage() {
  const { error } = useRouter().query;
  return (
    <form method="post" action="/api/login">
      {typeof error === 'string' && <p role="alert">{messages[error] ?? 'Something went wrong.'}</p>}
      <label>
        E-mail <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button>Log in</button>
    </form>
  );
}
