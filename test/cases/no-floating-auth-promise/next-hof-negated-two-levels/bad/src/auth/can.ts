import { getUser } from './session';

export const can = {
  edit: async (ownerId: string) => (await getUser()).user?.id === ownerId,
  preview: (flag: string | null) => flag === '1',
};
