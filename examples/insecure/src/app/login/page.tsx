import { login } from './actions';

export default function LoginPage() {
  return (
    <form action={login}>
      <input name="email" type="email" required />
      <input name="password" type="password" required />
      <button>Sign in</button>
      <a href="/login/github">Sign in with GitHub</a>
    </form>
  );
}
