import type { UserDocument } from './mongo';

export function publicProfile(doc: UserDocument) {
  return {
    email: doc.email,
    nickname: doc.nickname,
    hasTwoFactor: doc.totpSecret !== null,
  };
}
