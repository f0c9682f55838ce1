/** Where to go after signing in: only inside this site. */
export function where(wanted: string | null): string {
  if (wanted !== null && /^\/(?![/\\])/.test(wanted)) return wanted;
  return '/home';
}
