import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError, AuthenticationError, AuthorizationError } from 'type-graphql';
import { currentTraceId } from '@redress/observability';
import type { Logger } from '@redress/observability';
import { inputMessage } from './input-message';
import { PublicError } from './public-error';

/** What is decided for each error before it leaves the process. */
interface Verdict {
  readonly code: string;
  readonly message: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Nobody is to blame but us: logged as an error, with its cause. */
  readonly fault?: boolean;
}

/** Turns any error into one that may be shown. */
export type MaskError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

const FAULT: Verdict = { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side.', fault: true };
const OUTCOME_UNKNOWN: Verdict = {
  code: 'OUTCOME_UNKNOWN',
  message: 'It is not known whether this took effect. Send it again with the same idempotency key.',
  facts: { retryable: true },
  fault: true,
};
const UNAVAILABLE: Verdict = {
  code: 'TEMPORARILY_UNAVAILABLE',
  message: 'This cannot be answered at the moment. Try again, with the same idempotency key.',
  facts: { retryable: true },
  fault: true,
};
const APOLLO_BAD_REQUESTS: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Makes the mask of a server: codes and a trace id reach the caller, causes reach the log. With `showSchema`, validation
 * messages are left as they are; otherwise they would give the schema away, suggestion by suggestion.
 */
export function createErrorMask(options: {
  readonly showSchema: boolean;
  readonly logger: Logger;
  readonly onError?: (code: string) => void;
}): MaskError {
  return (formatted, error) => {
    const verdict = judge(formatted, error, options.showSchema);
    const cause = unwrapResolverError(error);
    if (verdict.fault === true) options.logger.error({ error: cause, code: verdict.code }, 'a request failed');
    else options.logger.debug({ code: verdict.code }, 'a request was refused');
    options.onError?.(verdict.code);
    const traceId = currentTraceId();
    return {
      message: verdict.message,
      ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      extensions: { ...verdict.facts, code: verdict.code, ...(traceId === undefined ? {} : { traceId }) },
    };
  };
}

function judge(formatted: GraphQLFormattedError, error: unknown, showSchema: boolean): Verdict {
  const cause = unwrapResolverError(error);
  const open = [error, cause, error instanceof GraphQLError ? error.originalError : undefined].find(
    (candidate): candidate is PublicError => candidate instanceof PublicError,
  );
  if (open !== undefined)
    return { code: String(open.extensions['code']), message: open.message, facts: open.extensions };
  if (cause instanceof ArgumentValidationError) return argumentVerdict(cause);
  if (cause instanceof AuthenticationError) return { code: 'UNAUTHENTICATED', message: 'This needs an access token.' };
  if (cause instanceof AuthorizationError) return { code: 'FORBIDDEN', message: 'This needs another role.' };
  return outageVerdict(cause) ?? requestVerdict(formatted, error, showSchema);
}

/** The database's errors are known by name, so that this package need not depend on the database's. */
function outageVerdict(cause: unknown): Verdict | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause.name === 'CommitOutcomeUnknown') return OUTCOME_UNKNOWN;
  const lost = cause.name === 'DatabaseError' && 'connectionLost' in cause && cause.connectionLost === true;
  return lost || cause.name === 'DatabaseOverloaded' ? UNAVAILABLE : undefined;
}

/** Only what Apollo Server itself found wrong with a request; an error thrown in a resolver never gets a say. */
function requestVerdict(formatted: GraphQLFormattedError, error: unknown, showSchema: boolean): Verdict {
  const code = formatted.extensions?.['code'];
  if (!(error instanceof GraphQLError) || error.path !== undefined) return FAULT;
  if (code === 'GRAPHQL_PARSE_FAILED' && formatted.message.includes('tokens. Parsing aborted')) {
    return { code: 'LIMIT_EXCEEDED', message: 'The document has too many tokens.' };
  }
  if (code === 'GRAPHQL_VALIDATION_FAILED') {
    return { code, message: showSchema ? formatted.message : 'The document does not fit the schema.' };
  }
  if (code === 'BAD_USER_INPUT') return { code, message: inputMessage(error) };
  if (APOLLO_BAD_REQUESTS.has(code)) return { code: String(code), message: formatted.message };
  return FAULT;
}

/** class-validator's errors carry the whole input; only the names of the properties are kept. */
function argumentVerdict(error: ArgumentValidationError): Verdict {
  const validationErrors = error.extensions['validationErrors'];
  const properties = Array.isArray(validationErrors)
    ? validationErrors.map((item: { readonly property?: unknown }) => String(item.property)).slice(0, 20)
    : [];
  return { code: 'BAD_USER_INPUT', message: 'An argument is not valid.', facts: { properties } };
}
