import { prisma } from '$lib/server/prisma';
export const load = async () => { // expect: no-layout-only-auth
  return { patients: await prisma.patient.findMany() };
};
