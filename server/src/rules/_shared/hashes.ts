import type { HashScheme } from '../../core/packages';

/** A PHC string as both argon2 decoders in use accept it. */
export interface PhcHash {
  readonly variant: 'argon2id' | 'argon2i' | 'argon2d';
  /** KiB. */
  readonly memory: number;
  readonly time: number;
  readonly parallelism: number;
}

/** Why a text is no stored hash that a library can verify against; undefined when it is one. */
export type HashDefect = 'empty' | 'shape' | 'version' | 'parameters' | 'base64' | 'short';

const PHC =
  /^\$(argon2id|argon2i|argon2d)\$(?:v=(\d+)\$)?m=(\d+),t=(\d+),p=(\d+)(?:,[a-z]+=[^$,]*)*\$([^$]*)\$([^$]*)$/;

/**
 * Checks an Argon2 PHC string as strictly as @node-rs/argon2 1.7 and 2.2 do together: unpadded base64 without spare bits,
 * salt of at least 8 bytes, output of at least 10 bytes, version 19. Source: FACTS A1, measured on both libraries. The
 * package `argon2` takes spare bits as well (measured on 0.31 to 0.44).
 */
export function parsePhc(text: string, library?: string): PhcHash | HashDefect {
  if (text === '') return 'empty';
  const match = PHC.exec(text);
  if (!match) return 'shape';
  if (match[2] !== '19') return 'version';
  const memory = Number(match[3]);
  const time = Number(match[4]);
  const parallelism = Number(match[5]);
  if (memory < 8 * parallelism || time < 1 || parallelism < 1) return 'parameters';
  const isLenient = library === 'argon2';
  const salt = base64Bytes(match[6]!, isLenient);
  const output = base64Bytes(match[7]!, isLenient);
  if (salt === undefined || output === undefined) return 'base64';
  if (salt < 8 || output < 10) return 'short';
  return { variant: match[1] as PhcHash['variant'], memory, time, parallelism };
}

/** Number of bytes that an unpadded base64 text stands for; undefined when it is none, or is not canonical and has to be. */
function base64Bytes(text: string, isLenient: boolean): number | undefined {
  if (!/^[A-Za-z0-9+/]*$/.test(text)) return undefined;
  if (isLenient) return Math.floor((text.length * 3) / 4);
  if (text.length % 4 === 1) return undefined;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const rest = text.length % 4;
  if (rest) {
    const last = alphabet.indexOf(text[text.length - 1]!);
    if ((last & (rest === 2 ? 0b1111 : 0b11)) !== 0) return undefined;
  }
  return Math.floor((text.length * 3) / 4);
}

/** bcrypt: `$2b$` cost `$` and 53 characters whose spare bits are zero. Gives the cost, or what is wrong. */
export function parseBcrypt(text: string): { readonly cost: number } | HashDefect {
  if (text === '') return 'empty';
  const match = /^\$2[abxy]\$(\d\d)\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})$/.exec(text);
  if (!match) return 'shape';
  const cost = Number(match[1]);
  if (cost < 4 || cost > 31) return 'parameters';
  const alphabet = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const salt = alphabet.indexOf(match[2]![21]!);
  const output = alphabet.indexOf(match[3]![30]!);
  // 22 characters hold 132 bits for 16 bytes, 31 characters hold 186 bits for 23 bytes.
  if ((salt & 0b1111) !== 0 || (output & 0b11) !== 0) return 'base64';
  return { cost };
}

/** Lucia's and Oslo's Scrypt: `salt:key`, the key 64 bytes in hex. */
export function parseScrypt(text: string): true | HashDefect {
  if (text === '') return 'empty';
  return /^(?:s2:)?[^:]+:[0-9a-f]{128}$/i.test(text) ? true : 'shape';
}

/** A dummy hash that costs what a real one with the given parameters costs and that no password matches. */
export function dummyHash(
  scheme: HashScheme,
  parameters?: Partial<PhcHash> & { readonly cost?: number },
): string | undefined {
  if (scheme === 'argon2') {
    const m = parameters?.memory ?? 19456;
    const t = parameters?.time ?? 2;
    const p = parameters?.parallelism ?? 1;
    return `$argon2id$v=19$m=${m},t=${t},p=${p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
  }
  if (scheme === 'bcrypt') return `$2b$${String(parameters?.cost ?? 10).padStart(2, '0')}$${'.'.repeat(53)}`;
  if (scheme === 'scrypt') return `${'0'.repeat(32)}:${'0'.repeat(128)}`;
  return undefined;
}
