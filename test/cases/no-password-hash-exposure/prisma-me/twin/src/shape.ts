export function publicPart<T extends { passwordHash: string }>({ passwordHash: _hidden, ...shown }: T) {
  return shown;
}
