import type { Examples } from '../../../core/examples';

const examples: Examples = {
  bad: [
    {
      name: 'a reset link from the Origin header',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/reset.ts': `import { Router } from 'express';
import { createResetToken, mail } from './mail';

export const reset = Router();
reset.post('/reset', async (req, res) => {
  const token = await createResetToken(req.body.email);
  const link = \`\${req.headers.origin}/reset-password?token=\${token}\`;
//                ^^^^^^^^^^^^^^^^^^ link
  await mail(req.body.email, link);
  res.status(204).end();
});
`,
      },
    },
    {
      name: 'a host read by name in Hono',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/verify.ts': `import { Hono } from 'hono';
import { createCode, mail } from './mail';

export const app = new Hono();
app.post('/verify', async (c) => {
  const host = c.req.header('x-forwarded-host');
  const link = 'https://' + host + '/verify-email/' + (await createCode());
//                          ^^^^ link
  await mail(link);
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'a host that is handed to what makes the link',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/letters.ts': `import { transport } from './transport';

export async function sendConfirmation(to: string, base: string, token: string) {
  await transport.sendMail({ to, text: \`\${base}/confirm/\${token}\` });
}
`,
        'src/ask.ts': `import { Router } from 'express';
import { sendConfirmation } from './letters';
import { tokenFor } from './tokens';

export const router = Router();

router.post('/ask', async (req, res) => {
  await sendConfirmation(req.body.email, \`https://\${req.headers.host}\`, await tokenFor(req.body.email));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link
  res.sendStatus(202);
});
`,
      },
    },
    {
      name: 'the origin of the page that was left',
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/api/ask.post.ts': `export default defineEventHandler(async (event) => {
  const { email } = await readBody(event);
  const from = new URL(getRequestHeader(event, 'referer') ?? '');
  await mailTo(email, from.origin + '/verify/' + (await tokenFor(email)));
//                    ^^^^^^^^^^^ link
});
`,
      },
    },
    {
      name: "the address of a Remix request, which is the Host header's, on its way into a mail",
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.15.0', '@remix-run/react': '2.15.0' },
      files: {
        'app/lib/mail.server.ts': `import { transport } from './transport.server';

export const sendSignInMail = async (to: string, secret: string, site: string) => {
  await transport.send({ to, html: \`<a href="\${new URL(\`/magic/\${secret}\`, site)}">Sign in</a>\` });
};
`,
        'app/lib/magic.server.ts': `import { sendSignInMail } from './mail.server';
import { createSecret } from './secrets.server';

interface Wish {
  email: string;
  site: string;
}

export async function mailMagicLink({ email, site }: Wish) {
  await sendSignInMail(email, await createSecret(email), site);
}
`,
        'app/routes/magic.tsx': `import type { ActionFunctionArgs } from '@remix-run/node';
import { mailMagicLink } from '~/lib/magic.server';

export async function action({ request }: ActionFunctionArgs) {
  const { protocol, host } = new URL(request.url);
  const form = await request.formData();
  await mailMagicLink({ email: String(form.get('email')), site: \`\${protocol}//\${host}\` });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^ link
  return null;
}
`,
        'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./app/*"] } } }',
      },
    },
    {
      name: 'the origin of an Astro request',
      dependencies: { lucia: '3.2.2', astro: '4.16.0' },
      files: {
        'src/pages/api/forgot.ts': `import type { APIRoute } from 'astro';
import { mail, newToken } from '../../lib/reset';

export const POST: APIRoute = async ({ request, url }) => {
  const { email } = await request.json();
  const token = await newToken(email);
  if (token) await mail(email, \`\${url.origin}/reset/\${token}\`);
//                                ^^^^^^^^^^ link
  return new Response(null, { status: 204 });
};
`,
      },
    },
    {
      name: 'a mail that is made of an element',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', react: '18.3.1' },
      files: {
        'src/forgot.tsx': `import { Hono } from 'hono';
import { mailer } from './mailer';
import { keepToken } from './tokens';
import { NewPassword } from './mails';

export const app = new Hono().post('/forgot', async (c) => {
  const { to } = await c.req.json();
  const resetToken = await keepToken(to);
  const site = c.req.header('Origin') ?? '';
  await mailer.send({ to, body: <NewPassword siteOrigin={site} secret={resetToken} /> });
//                                                       ^^^^ link
  return c.body(null, 204);
});
`,
      },
    },
    {
      name: 'headers that a controller is given one by one, or all together',
      dependencies: { lucia: '3.2.2', '@nestjs/common': '10.4.8', '@nestjs/core': '10.4.8' },
      files: {
        'src/recovery.controller.ts': `import { Body, Controller, Headers as Sent, Post } from '@nestjs/common';
import { MailService } from './mail.service';
import { TokenService } from './token.service';

@Controller('recovery')
export class RecoveryController {
  constructor(private readonly mails: MailService, private readonly tokens: TokenService) {}

  @Post()
  async begin(@Body('email') email: string, @Sent('host') host: string) {
    const token = await this.tokens.make(email);
    await this.mails.send(email, \`https://\${host}/reset-password/\${token}\`);
    //                                      ^^^^ link
  }

  @Post('again')
  async again(@Body('email') email: string, @Sent() headers: Record<string, string>) {
    const token = await this.tokens.make(email);
    await this.mails.send(email, \`https://\${headers['x-forwarded-host']}/reset-password/\${token}\`);
    //                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ link
  }
}
`,
      },
    },
  ],
  good: [
    {
      name: 'a configured base URL',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/reset.ts': `import { Router } from 'express';
import { createResetToken, mail } from './mail';

export const reset = Router();
reset.post('/reset', async (req, res) => {
  const token = await createResetToken(req.body.email);
  await mail(req.body.email, \`\${process.env.BASE_URL}/reset-password?token=\${token}\`);
  res.status(204).end();
});
`,
      },
    },
    {
      name: "the site's own constant",
      dependencies: { lucia: '3.2.2', nuxt: '3.14.0' },
      files: {
        'server/api/reset.post.ts': `import { createResetToken, mail } from '../lib/mail';

export default defineEventHandler(async (event) => {
  const { email } = await readBody(event);
  const { public: config } = useRuntimeConfig();
  await mail(email, \`\${config.siteUrl}/reset/\${await createResetToken(email)}\`);
});
`,
      },
    },
  ],
  lookAlike: [
    {
      name: 'an address that the server itself fetches, and a redirect_uri',
      dependencies: { lucia: '3.2.2', next: '15.5.29' },
      files: {
        'lib/base.ts': `import { headers } from 'next/headers';

export async function here() {
  return \`https://\${(await headers()).get('x-forwarded-host')}\`;
}
`,
        'lib/calls.ts': `import { here } from './base';

export async function askForReset(email: string) {
  return fetch(\`\${await here()}/api/reset-password\`, { method: 'POST', body: JSON.stringify({ email }) });
}

export async function withReturn(url: URL) {
  url.searchParams.set('redirect_uri', \`\${await here()}/api/oauth/verify\`);
  return url;
}
`,
      },
    },
    {
      name: 'the Origin in an origin check',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/origin.ts': `import type { NextFunction, Request, Response } from 'express';
import { verifyRequestOrigin } from 'lucia';

export function sameOrigin(req: Request, res: Response, next: NextFunction) {
  if (req.method === 'GET' || verifyRequestOrigin(req.headers.origin ?? '', [req.headers.host ?? ''])) return next();
  res.status(403).end();
}
`,
      },
    },
    {
      name: 'a link without anything secret',
      dependencies: { lucia: '3.2.2', hono: '4.6.0' },
      files: {
        'src/feed.ts': `import { Hono } from 'hono';

export const app = new Hono();
app.get('/feed', (c) => c.text(\`https://\${c.req.header('host')}/articles\`));
`,
      },
    },
    {
      name: 'a host that is handed on to be checked or counted',
      dependencies: { lucia: '3.2.2', express: '4.21.0' },
      files: {
        'src/ask.ts': `import { Router } from 'express';
import { count } from './count';
import { transport } from './transport';

export const router = Router();

async function sendConfirmation(to: string, seenAt: string | undefined, token: string) {
  await count(seenAt);
  await transport.sendMail({ to, text: \`\${process.env.PUBLIC_URL}/confirm/\${token}\` });
}

router.post('/ask', async (req, res) => {
  await sendConfirmation(req.body.email, req.headers.host, req.body.token);
  res.sendStatus(202);
});
`,
      },
    },
    {
      name: 'an origin that SvelteKit is told, and addresses that show nothing secret',
      dependencies: { lucia: '3.2.2', '@sveltejs/kit': '2.15.0' },
      files: {
        'src/routes/forgot/+page.server.ts': `import { mail, newToken } from '$lib/server/reset';

export const actions = {
  default: async ({ request, url }) => {
    const email = String((await request.formData()).get('email'));
    const token = await newToken(email);
    if (token) await mail(email, \`\${url.origin}/reset/\${token}\`);
  },
};
`,
      },
    },
    {
      name: "a payment's way back and a link to share",
      dependencies: { lucia: '3.2.2', '@remix-run/node': '2.15.0' },
      files: {
        'app/routes/enter.tsx': `import { redirect } from '@remix-run/node';
import { generateState } from 'arctic';
import { clientFor } from '~/github.server';

export async function loader({ request }: { request: Request }) {
  const { origin } = new URL(request.url);
  const github = clientFor(\`\${origin}/enter/callback\`);
  return redirect(github.createAuthorizationURL(generateState(), []).href);
}
`,
        'app/routes/checkout.tsx': `import { redirect } from '@remix-run/node';
import { stripe } from '~/stripe.server';

export async function action({ request }: { request: Request }) {
  const { origin } = new URL(request.url);
  const { url } = await stripe.checkout.sessions.create({ success_url: \`\${origin}/thanks\`, mode: 'payment' });
  return redirect(url!);
}

export async function loader({ request, params }: { request: Request; params: { post: string } }) {
  return { share: new URL(\`/posts/\${params.post}\`, request.url).href };
}
`,
      },
    },
    {
      name: 'an element that tells where a request came from, or that is a page',
      dependencies: { lucia: '3.2.2', hono: '4.6.0', react: '18.3.1' },
      files: {
        'src/notice.tsx': `import { Hono } from 'hono';
import { mailer } from './mailer';
import { Notice, Page } from './views';

export const app = new Hono()
  .post('/notice', async (c) => {
    await mailer.send({ body: <Notice requestedFrom={c.req.header('Origin')} confirmed={true} /> });
    return c.body(null, 204);
  })
  .get('/reset', (c) => c.html(<Page host={c.req.header('Host')} title="Reset" />));
`,
      },
    },
    {
      name: 'a header of a controller that is only compared, and one that names no host',
      dependencies: { lucia: '3.2.2', '@nestjs/common': '10.4.8', '@nestjs/core': '10.4.8' },
      files: {
        'src/recovery.controller.ts': `import { Body, Controller, ForbiddenException, Headers, Post } from '@nestjs/common';
import { MailService } from './mail.service';
import { TokenService } from './token.service';

@Controller('recovery')
export class RecoveryController {
  private readonly home = process.env.PUBLIC_URL;

  constructor(private readonly mails: MailService, private readonly tokens: TokenService) {}

  @Post(':origin')
  async begin(
    @Body('email') email: string,
    @Headers('origin') origin: string,
    @Headers('accept-language') language: string,
  ) {
    if (origin !== this.home) throw new ForbiddenException();
    const token = await this.tokens.make(email);
    await this.mails.send(email, \`\${this.home}/\${language}/reset-password/\${token}\`);
  }
}
`,
      },
    },
    {
      name: 'the host of the request on a machine of developers only',
      dependencies: { lucia: '3.2.2', next: '15.0.0' },
      files: {
        'lib/mail.ts': `import { send } from './post';

declare const __PROD__: boolean;

export async function mailReset(request: Request, to: string, secret: string) {
  const base = __PROD__ ? 'https://orchard.example' : \`http://\${request.headers.get('host')}/reset\`;
  await send(to, base + '/' + secret);
}

export async function mailInvite(request: Request, to: string, secret: string) {
  const link =
    process.env.NODE_ENV === 'production'
      ? \`https://orchard.example/invite/\${secret}\`
      : \`http://\${request.headers.get('host')}/invite/\${secret}\`;
  await send(to, link);
}
`,
      },
    },
  ],
};

export default examples;
