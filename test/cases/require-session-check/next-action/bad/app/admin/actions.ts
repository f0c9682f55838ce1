'use server';
import { revalidatePath } from 'next/cache';
import { products } from '@/services/products';
export async function changePrice(form: FormData) { // expect: require-session-check
  await products.setPrice(String(form.get('id')), Number(form.get('price')));
  revalidatePath('/admin');
}
