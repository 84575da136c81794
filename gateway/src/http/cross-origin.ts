import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets web clients of the listed origins in. Answers preflight requests; `true` when there is nothing left to do.
 * Tokens travel in a header that no browser adds by itself, so that other origins gain nothing by a blind request.
 */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allowedOrigins: readonly string[],
): boolean {
  const { origin } = request.headers;
  if (allowedOrigins.length > 0) response.setHeader('vary', 'Origin');
  const allowed = origin !== undefined && allowedOrigins.includes(origin);
  if (allowed) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', 'x-request-id, www-authenticate, content-disposition');
  }
  if (request.method !== 'OPTIONS') return false;
  if (allowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT');
    response.setHeader(
      'access-control-allow-headers',
      'authorization, content-type, accept-language, x-request-id, traceparent',
    );
    response.setHeader('access-control-max-age', '7200');
  }
  response.writeHead(204, { allow: 'GET, POST, PUT' }).end();
  return true;
}
