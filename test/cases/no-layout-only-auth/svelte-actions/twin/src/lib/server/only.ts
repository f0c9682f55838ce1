import { error } from '@sveltejs/kit';
export const only = (role: string, locals: App.Locals) => {
  if (locals.user?.role !== role) error(403);
};
