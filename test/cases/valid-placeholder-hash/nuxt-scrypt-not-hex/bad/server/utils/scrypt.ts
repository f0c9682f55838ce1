import { Scrypt } from 'lucia';

export const scrypt = new Scrypt();
export const nobodyHash = 'placeholder:placeholder'; // expect: valid-placeholder-hash
