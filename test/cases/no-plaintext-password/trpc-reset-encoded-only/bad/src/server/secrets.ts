/** Turns a password into what goes into the database. */
export const protect = (value: string) => Buffer.from(value, 'utf8').toString('base64');
