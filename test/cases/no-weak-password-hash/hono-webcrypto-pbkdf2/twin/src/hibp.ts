/** k-anonymity lookup: only the first five characters of the SHA-1 leave the server. */
export async function isLeaked(password: string): Promise<boolean> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-1', new TextEncoder().encode(password)));
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('').toUpperCase();
  const answer = await fetch(`https://api.pwnedpasswords.com/range/${hex.slice(0, 5)}`);
  return (await answer.text()).includes(hex.slice(5));
}
