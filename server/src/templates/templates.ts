import { defineTemplate, renderBlock } from './define';
import type { BlockId, RenderedBlock, Template } from './define';
import type { TemplateParams } from './params';
import { renderSettings } from './settings';

export const TEMPLATES: readonly Template[] = [
  defineTemplate({
    id: 'lucia-instance',
    title: 'Lucia instance',
    description: 'The Lucia instance with its adapter, cookie options and types.',
    parts: ['auth'],
  }),
  defineTemplate({
    id: 'db-schema',
    title: 'database schema',
    description:
      'Tables for users, sessions, OAuth accounts and mailed tokens, and the functions that read and write users.',
    parts: ['schema', 'users'],
  }),
  defineTemplate({
    id: 'session-wrapper',
    title: 'validateRequest wrapper',
    description: 'Finds out who sends a request, and renews or clears the session cookie.',
    parts: ['session', 'hooks'],
  }),
  defineTemplate({
    id: 'protected-route',
    title: 'protected route',
    description: 'A page or route that only signed-in users get.',
    parts: ['protected', 'protectedPage'],
  }),
  defineTemplate({
    id: 'login',
    title: 'constant-time login',
    description:
      'Signs in with e-mail address and password. An unknown address costs as much time as a wrong password.',
    parts: ['login', 'loginPage'],
  }),
  defineTemplate({
    id: 'signup',
    title: 'sign-up',
    description: 'Creates a user with a hashed password and asks to confirm the e-mail address.',
    parts: ['signup', 'signupPage', 'verifyEmail'],
  }),
  defineTemplate({
    id: 'logout',
    title: 'logout',
    description: 'Ends the session in the database and clears the cookie. Takes POST only.',
    parts: ['logout'],
  }),
  defineTemplate({
    id: 'oauth-start',
    title: 'OAuth start',
    description: 'Sends the browser to an OAuth provider, with state and, where the provider asks for it, PKCE.',
    parts: ['oauthStart', 'provider'],
  }),
  defineTemplate({
    id: 'oauth-callback',
    title: 'OAuth callback',
    description: 'Checks the state, exchanges the code and signs the user in by provider and provider user id.',
    parts: ['oauthCallback', 'provider', 'accounts'],
  }),
  defineTemplate({
    id: 'csrf-check',
    title: 'CSRF check',
    description: 'Refuses requests of other sites that change something.',
    parts: ['origin', 'proxy'],
  }),
  defineTemplate({
    id: 'password-reset',
    title: 'password reset',
    description: 'Mails a link that works once, and ends all sessions when the password changes.',
    parts: ['resetRoutes', 'resetPage', 'forgot', 'forgotPage'],
  }),
];

export function templateOf(id: BlockId): Template {
  return TEMPLATES.find((template) => template.id === id)!;
}

/** Renders one building block: the files of a project that has nothing of it yet, its snippet, and the packages it needs. */
export function render(id: BlockId, params: TemplateParams): RenderedBlock {
  return templateOf(id).render(params);
}

/** The whole set for a project without any: every block, wired together. */
export function renderSetUp(params: TemplateParams): RenderedBlock {
  const set = renderBlock([...new Set([...TEMPLATES.flatMap((template) => template.parts), 'app'])], params);
  return { ...set, files: [...set.files, renderSettings(set.files, params)] };
}
