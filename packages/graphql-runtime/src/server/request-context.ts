import type { TokenVerifier, Viewer } from '@redress/identity';
import { currentTraceId } from '@redress/observability';
import type { Logger } from '@redress/observability';
import type { FastifyRequest } from 'fastify';
import { PublicError } from '../errors/public-error';
import { createLoaders } from '../context/loaders';
import { negotiateLocale } from '../context/locale';
import type { GraphContext } from '../context/graph-context';
import type { CursorCodec } from '../connections/cursor';
import type { RefusalTexts } from '../refusals/refusal-texts';

/** What all requests of a server have in common. */
export interface ContextSources {
  readonly tokenVerifier: TokenVerifier;
  readonly logger: Logger;
  readonly cursors: CursorCodec;
  readonly refusalTexts: RefusalTexts;
}

/**
 * Verifies the caller's token and makes the context of a request. Throws `UNAUTHENTICATED`, or `TEMPORARILY_UNAVAILABLE`
 * while the issuer's keys cannot be had.
 */
export async function requestContext(request: FastifyRequest, sources: ContextSources): Promise<GraphContext> {
  const viewer = await viewerOf(request, sources.tokenVerifier);
  return {
    viewer,
    locale: negotiateLocale(request.headers['accept-language']),
    traceId: currentTraceId() ?? '',
    logger: sources.logger,
    loader: createLoaders(),
    cursors: sources.cursors,
    refusalTexts: sources.refusalTexts,
    remarks: new Map(),
  };
}

async function viewerOf(request: FastifyRequest, tokenVerifier: TokenVerifier): Promise<Viewer> {
  const outcome = await tokenVerifier.verifyAuthorization(request.headers.authorization);
  if (outcome.ok) return outcome.value;
  const code = outcome.refusals[0]?.code;
  if (code === 'TOKEN_KEYS_UNAVAILABLE') {
    throw new PublicError('TEMPORARILY_UNAVAILABLE', 'Access tokens cannot be checked at the moment.', {
      retryable: true,
    });
  }
  throw new PublicError(
    'UNAUTHENTICATED',
    code === 'TOKEN_EXPIRED' ? 'The access token has expired.' : 'This needs an access token.',
  );
}
