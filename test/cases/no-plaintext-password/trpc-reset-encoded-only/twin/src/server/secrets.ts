import { hash } from '@node-rs/argon2';

/** Turns a password into what goes into the database. */
export const protect = (value: string) => hash(value);
