import { GraphQLError } from 'graphql';

/** How an error that a caller may see is made. */
export interface PublicErrorOptions {
  /** HTTP status of an answer that consists of this error alone; 400 unless told. */
  readonly status?: number;
  readonly path?: readonly (string | number)[];
  /** Facts beside the code, fit for everyone who may see the error. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Worth repeating unchanged. */
  readonly retryable?: boolean;
}

const statuses = new WeakMap<GraphQLError, number>();

/** Makes an error whose message and code may reach the caller; everything else is masked on the way out. */
export function publicError(code: string, message: string, options: PublicErrorOptions = {}): GraphQLError {
  const { status = 400, path, facts, retryable } = options;
  const error = new GraphQLError(message, {
    ...(path === undefined ? {} : { path }),
    extensions: { code, ...(retryable === undefined ? {} : { retryable }), ...facts },
  });
  statuses.set(error, status);
  return error;
}

/** Whether the error was made to be seen by the caller. */
export function isPublicError(error: GraphQLError): boolean {
  return statuses.has(error);
}

/** HTTP status of an answer that consists of this error alone; 400 for errors that graphql-js reports itself. */
export function statusOf(error: GraphQLError): number | undefined {
  return statuses.get(error);
}

/** The same error, shown at another place of the answer. */
export function errorAt(error: GraphQLError, path: readonly (string | number)[]): GraphQLError {
  const { code, retryable, ...facts } = error.extensions;
  return publicError(String(code), error.message, {
    status: statuses.get(error) ?? 500,
    path,
    facts,
    ...(typeof retryable === 'boolean' ? { retryable } : {}),
  });
}
