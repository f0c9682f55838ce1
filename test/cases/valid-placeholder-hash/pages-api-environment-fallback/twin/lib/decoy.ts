export const decoy = process.env.DECOY_HASH ?? '$argon2id$v=19$m=65536,t=3,p=4$pU3KGCUwux1tEyze1iN7Lg$2R4/ch/LGXEXRJTWSTydXDRgvjEgHmn+2qDu6LmZf1w';
