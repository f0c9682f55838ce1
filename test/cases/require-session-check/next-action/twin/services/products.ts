import { prisma } from '@/lib/prisma';
export const products = {
  async setPrice(id: string, price: number) {
    return prisma.product.update({ where: { id }, data: { price } });
  },
};
