export async function accountByEmail(email: string) {
  const [rows] = await connection.execute('SELECT id, password_hash FROM user WHERE email = ?', [email]);
  return (rows as { id: string; password_hash: string | null }[])[0] ?? null;
}
