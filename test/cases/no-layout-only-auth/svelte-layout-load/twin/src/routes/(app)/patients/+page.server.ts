import { prisma } from '$lib/server/prisma';
export const load = async () => {
  return { patients: await prisma.patient.findMany() };
};
