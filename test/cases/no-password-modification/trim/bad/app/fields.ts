export const field = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
