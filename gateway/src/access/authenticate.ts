import type { TokenVerifier, Viewer } from '@redress/identity';
import type { GraphQLError } from 'graphql';
import { publicError } from '../errors/public-error';

/** Who asks: a viewer, nobody in particular, or somebody whose token is refused. */
export type Authentication =
  { readonly ok: true; readonly viewer: Viewer | undefined } | { readonly ok: false; readonly error: GraphQLError };

/** Checks an `Authorization` header. Without one the caller is anonymous; with a bad one the request is refused. */
export async function authenticate(verifier: TokenVerifier, header: string | undefined): Promise<Authentication> {
  if (header === undefined || header.trim() === '') return { ok: true, viewer: undefined };
  const outcome = await verifier.verifyAuthorization(header);
  if (outcome.ok) return { ok: true, viewer: outcome.value };
  return { ok: false, error: refusalFor(outcome.refusals[0]?.code) };
}

function refusalFor(code: string | undefined): GraphQLError {
  switch (code ?? 'TOKEN_INVALID') {
    case 'TOKEN_EXPIRED':
      return publicError('UNAUTHENTICATED', 'The access token has expired.', { status: 401, facts: { reason: code } });
    case 'TOKEN_KEYS_UNAVAILABLE':
      return publicError('UNAVAILABLE', 'Access tokens cannot be verified now. Try again later.', {
        status: 503,
        retryable: true,
      });
    default:
      return publicError('UNAUTHENTICATED', 'The access token is not valid.', {
        status: 401,
        facts: { reason: 'TOKEN_INVALID' },
      });
  }
}
