import { login } from '#login';

const messages: Record<string, string> = {
  credentials: 'Wrong e-mail address or password.',
  throttled: 'Too many attempts. Try again later.',
  oauth: 'The sign-in was cancelled.',
};

//#if next14
//: export default function LoginPage({ searchParams }: { searchParams: { error?: string } }) {
//:   const { error } = searchParams;
//#else
export default async function LoginPage({ searchParams }: { searchParams: Promise<{ error?: string }> }) {
  const { error } = await searchParams;
//#endif
  return (
    <form action={login}>
      {error && <p role="alert">{messages[error] ?? 'Something went wrong.'}</p>}
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
