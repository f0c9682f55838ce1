const PARAMS = 'm=19456,t=2,p=1';
const SALT = 'c2FsdHNhbHRzYWx0c2FsdA';
const KEY = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const dummy = `$argon2id$v=19$${PARAMS}$${SALT}$${KEY}`;
export default dummy;
