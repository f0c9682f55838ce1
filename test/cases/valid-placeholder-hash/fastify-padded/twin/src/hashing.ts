import argon2 from 'argon2';

export class Hashing {
  static readonly unknown = '$argon2id$v=19$m=65536,t=3,p=4$73Awy/lTclLczq3XZLajLw$uwmt6uEJxKmXIDl1NSuHixRcikLYhM9M/actjh1d2SU';

  hash(text: string) {
    return argon2.hash(text);
  }

  matches(stored: string, text: string) {
    return argon2.verify(stored, text);
  }
}
