/** Sessions of the in-store terminals, kept in Redis; not Lucia. */
const terminals = new Map<string, { shop: string }>();

export const kiosk = {
  async validateSession(token: string) {
    return terminals.get(token) ?? null;
  },
};
