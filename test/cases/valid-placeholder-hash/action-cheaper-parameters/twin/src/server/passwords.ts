import { hash, verify, type Options } from '@node-rs/argon2';

const cost: Options = { memoryCost: 19456, timeCost: 2, parallelism: 1, outputLen: 32 };

const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export const hashPassword = (plain: string) => hash(plain, cost);

export async function passwordMatches(stored: string | null | undefined, plain: string): Promise<boolean> {
  const right = await verify(stored || NOBODY, plain);
  return right && Boolean(stored);
}
