const PARAMS = 'm=19456,t=2,p=1';
const SALT = 'c2FsdHNhbHRzYWx0c2FsdA';
const KEY = 'short'; // five letters cannot be base64 without a remainder

const dummy = `$argon2id$v=19$${PARAMS}$${SALT}$${KEY}`; // expect: valid-placeholder-hash
export default dummy;
