import { createRequestVerifier, SIGNATURE_HEADER } from '@redress/identity';
import type { RequestKeyRing, RequestVerifier } from '@redress/identity';
import type { Logger } from '@redress/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Everything a stranger gets to see. */
const NOTHING = '{}';

/** Lets only requests through that the gateway has signed; the others get 401 and an empty object. */
export interface GatewayOnly {
  /** The full check, once the body is there. */
  isSigned(request: FastifyRequest): boolean;
  refuse(reply: FastifyReply): FastifyReply;
}

/**
 * Guards all routes of a Fastify scope. The header is looked at before the body is read, and bodies stay raw bytes until
 * the signature over them was checked, so that a stranger can neither make the process parse nor learn anything.
 */
export function guardForGateway(app: FastifyInstance, keys: RequestKeyRing, logger: Logger): GatewayOnly {
  const verifier: RequestVerifier = createRequestVerifier(keys);
  const refuse = (reply: FastifyReply): FastifyReply => reply.code(401).type('application/json').send(NOTHING);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    return verifier.precheck(signatureOf(request)).ok ? undefined : refuse(reply);
  });
  // Whatever goes wrong before the signature was checked looks the same from outside.
  app.setErrorHandler((error: { readonly code?: string }, _request, reply) => {
    logger.warn({ code: error.code }, 'a request could not be read');
    return refuse(reply);
  });

  return {
    isSigned: (request) => {
      const outcome = verifier.verify(
        {
          method: request.method,
          path: request.url,
          body: Buffer.isBuffer(request.body) ? request.body : undefined,
          authorization: request.headers.authorization,
        },
        signatureOf(request),
      );
      if (!outcome.ok) logger.warn({ code: outcome.refusals[0]?.code }, 'a request without a valid signature');
      return outcome.ok;
    },
    refuse,
  };
}

function signatureOf(request: FastifyRequest): string | undefined {
  const header = request.headers[SIGNATURE_HEADER];
  return typeof header === 'string' ? header : undefined;
}
