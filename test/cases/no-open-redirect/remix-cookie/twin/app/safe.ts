export function target(form: FormData) {
  const value = form.get('redirectTo');
  return typeof value === 'string' && value.startsWith('/') && !value.startsWith('//') && !value.includes('\\') ? value : '/';
}
