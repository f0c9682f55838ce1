export const SESSION_DAYS = 30;
export const FALLBACK_HASH = '$argon2id$v=19$m=19456,t=2,p=1$pU3KGCUwux1tEyze1iN7Lg$2R4/ch/LGXEXRJTWSTydXDRgvjEgHmn+2qDu6LmZf1w';
