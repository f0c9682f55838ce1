const open = new Map<string, string>();

/** Sessions of the point-of-sale terminals; they have nothing to do with user accounts. */
export const terminals = {
  async invalidateSession(id: string) {
    open.delete(id);
  },
};
