'use server';
import { revalidatePath } from 'next/cache';
import { asAdmin } from '@/lib/session';
import { products } from '@/services/products';
export const changePrice = asAdmin(async (form: FormData) => {
  await products.setPrice(String(form.get('id')), Number(form.get('price')));
  revalidatePath('/admin');
});
