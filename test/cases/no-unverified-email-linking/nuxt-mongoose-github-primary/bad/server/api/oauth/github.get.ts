import { OAuth2RequestError } from 'arctic';
import { Member } from '~~/server/models/member';
import { loadGithubIdentity } from '~~/server/utils/github-identity';

export default defineEventHandler(async (event) => {
  const query = getQuery(event);
  const code = query.code?.toString();
  const state = query.state?.toString();
  const saved = getCookie(event, 'github_oauth_state');
  if (!code || !state || !saved || state !== saved) {
    throw createError({ status: 400, message: 'Invalid sign-in' });
  }

  try {
    const { accessToken } = await github.validateAuthorizationCode(code);
    const identity = await loadGithubIdentity(accessToken);
    if (!identity.email) throw createError({ status: 400, message: 'GitHub gave no e-mail address' });

    let member = await Member.findOne({ githubId: identity.id });
    if (!member) {
      member = await Member.findOneAndUpdate( // expect: no-unverified-email-linking
        { email: identity.email },
        { $set: { githubId: identity.id }, $setOnInsert: { name: identity.name } },
        { upsert: true, new: true },
      );
    }
    const session = await lucia.createSession(member!.id, {});
    appendHeader(event, 'Set-Cookie', lucia.createSessionCookie(session.id).serialize());
  } catch (e) {
    if (e instanceof OAuth2RequestError) throw createError({ status: 400, message: 'Invalid code' });
    throw e;
  }
  return sendRedirect(event, '/');
});
