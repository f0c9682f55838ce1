import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase64url, encodeHexLowerCase } from '@oslojs/encoding';

export const newToken = () => encodeBase64url(crypto.getRandomValues(new Uint8Array(18)));
export const tokenId = (token: string) => encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
