export const decoy = process.env.DECOY_HASH ?? '$argon2id$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'; // expect: valid-placeholder-hash
