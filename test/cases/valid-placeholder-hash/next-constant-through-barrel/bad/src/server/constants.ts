export const SESSION_DAYS = 30;
export const FALLBACK_HASH = '$argon2id$v=19$m=19456,t=2,p=1$placeholder$placeholder'; // expect: valid-placeholder-hash
