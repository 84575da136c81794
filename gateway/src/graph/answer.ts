import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { isRequestError, presentErrors, type ErrorPresentation } from '../errors/present-errors';
import { statusOf } from '../errors/public-error';
import type { ResultStream } from '../streams/result-stream';

/** A result as it goes to the client. */
export interface ClientResult {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The answer to an operation: one result with its HTTP status, or a stream of results. */
export type Answer =
  | { readonly kind: 'single'; readonly result: ClientResult; readonly status: number }
  | { readonly kind: 'stream'; readonly results: ResultStream<ClientResult> };

/** Turns a result of the runtime into what the client sees. */
export function presentResult(
  { data, errors }: ExecutionResult,
  presentation: ErrorPresentation,
  extensions?: Readonly<Record<string, unknown>>,
): ClientResult {
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined || errors.length === 0 ? {} : { errors: presentErrors(errors, presentation) }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

/** 200 as soon as there is data, even in part; else what the first error asks for. */
export function httpStatus({ data, errors = [] }: ExecutionResult): number {
  const [first] = errors;
  if (data !== undefined || first === undefined) return 200;
  return statusOf(first) ?? (isRequestError(first) ? 400 : 500);
}
