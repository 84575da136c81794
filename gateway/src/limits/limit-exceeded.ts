import type { GraphQLError } from 'graphql';
import { publicError } from '../errors/public-error';

/** A document that asks for too much, with the facts that its author needs. */
export function limitExceeded(limit: string, maximum: number, actual?: number): GraphQLError {
  return publicError('LIMIT_EXCEEDED', `The operation exceeds the limit of ${maximum} for ${limit}.`, {
    facts: { limit, maximum, ...(actual === undefined ? {} : { actual }) },
  });
}
