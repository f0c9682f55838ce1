import argon2 from 'argon2';

export class Hashing {
  static readonly unknown = '$argon2id$v=19$m=65536,t=3,p=4$MTIzNDU2Nzg5MDEyMzQ1Ng==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='; // expect: valid-placeholder-hash

  hash(text: string) {
    return argon2.hash(text);
  }

  matches(stored: string, text: string) {
    return argon2.verify(stored, text);
  }
}
