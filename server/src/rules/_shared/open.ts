import type { EntryPoint } from '../../core/framework';
import type { Site } from '../../core/ops';
import { calleeName, ts, walk } from '../../core/syntax';

/** Routes that are open by their purpose. */
export const OPEN_ROUTE =
  /log-?in|sign-?in|sign-?up|register|log-?out|sign-?out|callback|web-?hook|reset|forgot|recover|verif|confirm|health|cron|oauth|contact|newsletter|subscribe|invit|track|analytics|ping|public|feedback|waitlist|rsvp|seed|migrate/i;

/** What the handler itself does shows that it is meant for visitors without a session, or checks something else. */
export function isOpenByContent(entry: EntryPoint, sites: readonly Site[]): boolean {
  for (const { op } of sites) {
    if (op.kind === 'verify' || op.kind === 'exchange') return true;
    if (op.kind === 'lucia' && op.method === 'createSession') return true;
    if (
      op.kind === 'database' &&
      op.verb === 'read' &&
      /token|verification|reset|invit|code|otp|magic|api_?key/i.test(op.tableName ?? '')
    )
      return true;
  }
  let checks = false;
  walk(entry.fn.node, (node) => {
    if (checks) return false;
    if (ts.isCallExpression(node)) {
      const name = calleeName(node) ?? '';
      if (
        /signature|constructEvent|timingSafeEqual|verifyWebhook|verifySvix|svix|hmac|jwtVerify|verifyToken|verifyJwt|bearer/i.test(
          name,
        )
      )
        checks = true;
      if (/^(?:verify|unsign|decrypt|decode)$/.test(name)) checks = true;
    }
    // A secret of the environment, or an Authorization header, compared with what was sent.
    if (
      ts.isStringLiteralLike(node) &&
      /^(?:authorization|x-api-key|x-signature|stripe-signature|x-hub-signature(?:-256)?|x-cron-secret|svix-signature)$/i.test(
        node.text,
      )
    )
      checks = true;
    if (ts.isPropertyAccessExpression(node) && /SECRET|API_KEY|TOKEN/.test(node.name.text)) checks = true;
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'authorization') checks = true;
    return !checks;
  });
  return checks;
}
