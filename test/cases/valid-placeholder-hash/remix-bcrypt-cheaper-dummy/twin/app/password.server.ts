import * as bcrypt from 'bcrypt';

const ROUNDS = 12;

const NO_ACCOUNT = '$2b$12$/7F8gKZ8ji555NXlI6Aj4.3gvYYHJQfsOhMsb98wBS.83xkQzqumK';

export const digest = (plain: string) => bcrypt.hash(plain, ROUNDS);
export const fits = (plain: string, stored?: string | null) => bcrypt.compare(plain, stored || NO_ACCOUNT);
