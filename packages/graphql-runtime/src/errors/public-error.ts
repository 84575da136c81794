import { GraphQLError } from 'graphql';

/** Codes of top-level errors that a caller may see; everything else is masked as `INTERNAL_SERVER_ERROR`. */
export type PublicErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'CURSOR_INVALID'
  | 'PAGE_SIZE_INVALID'
  | 'FILTER_INVALID'
  | 'LIMIT_EXCEEDED'
  | 'OUTCOME_UNKNOWN'
  | 'TEMPORARILY_UNAVAILABLE';

/** Facts beside the code, free of personal data and of anything internal. */
export type PublicErrorFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A top-level error whose message and code reach the caller as they stand. For authentication, limits and malformed
 * reads; an expected refusal of a mutation is a `UserError` in its payload instead.
 */
export class PublicError extends GraphQLError {
  override readonly name = 'PublicError';

  constructor(code: PublicErrorCode, message: string, facts: PublicErrorFacts = {}) {
    super(message, { extensions: { ...facts, code } });
  }
}
