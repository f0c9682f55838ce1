import { signup } from '#signup';

const messages: Record<string, string> = {
  input: 'Enter an e-mail address and a password of at least 8 characters.',
  throttled: 'Too many attempts. Try again later.',
  used: 'This e-mail address is already used.',
};

//#if next14
//: export default function SignupPage({ searchParams }: { searchParams: { error?: string } }) {
//:   const { error } = searchParams;
//#else
export default async function SignupPage({ searchParams }: { searchParams: Promise<{ error?: string }> }) {
  const { error } = await searchParams;
//#endif
  return (
    <form action={signup}>
      {error && <p role="alert">{messages[error] ?? 'Something went wrong.'}</p>}
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
