import { publicError } from './public-error';
import type { GraphQLError } from 'graphql';

/** What a caller sees of a fault: nothing but the trace id, which is added on the way out. */
export function internalError(path?: readonly (string | number)[]): GraphQLError {
  return publicError('INTERNAL_SERVER_ERROR', 'Something went wrong. Quote the trace id when you report it.', {
    status: 500,
    ...(path === undefined ? {} : { path }),
  });
}
