import { Google } from 'arctic';
export const google = new Google('id', 'secret', 'https://app.example/login/google/callback');
