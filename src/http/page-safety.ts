import type { FastifyInstance } from 'fastify';

/** Nothing from elsewhere: pages are whole in themselves. GraphiQL has inline scripts, styles and workers. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Tells browsers to take every answer for what it says it is, and pages to load nothing from elsewhere. */
export function registerPageSafety(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    const type = String(reply.getHeader('content-type') ?? '');
    if (type.startsWith('text/html')) reply.header('content-security-policy', POLICY);
  });
}
