/** An e-mail address as it is stored and looked up, or null. */
export function readEmail(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const email = value.trim().toLowerCase();
  return email.length <= 255 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : null;
}

/** A password as it was typed, or null. */
export function readPassword(value: unknown): string | null {
  //#if bcrypt-family
  //: // bcrypt ignores what comes after 72 bytes.
  //: if (typeof value !== 'string' || value.length < 8 || new TextEncoder().encode(value).length > 72) return null;
  //: return value;
  //#else
  return typeof value === 'string' && value.length >= 8 && value.length <= 255 ? value : null;
  //#endif
}
