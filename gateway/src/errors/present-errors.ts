import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { currentTraceId, type Logger } from '@redress/observability';
import { internalError } from './internal-error';
import { isPublicError } from './public-error';

/** How errors are shown. */
export interface ErrorPresentation {
  readonly logger: Logger;
  /** Whether callers may read the schema; if not, validation messages must not suggest what it contains. */
  readonly schemaIsOpen: boolean;
}

/** Codes of errors that graphql-js and the runtime report about the request itself. */
const REQUEST_CODES = new Set(['GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST']);
const SUGGESTION = / ?Did you mean [^?]*\?/g;

/** Makes errors fit for callers: a code and the trace id on each, faults replaced and logged. */
export function presentErrors(
  errors: readonly GraphQLError[],
  presentation: ErrorPresentation,
): GraphQLFormattedError[] {
  const traceId = currentTraceId();
  return errors.map((error) => {
    const { message, locations, path, extensions } = shown(error, presentation);
    const { http: _http, ...facts } = extensions;
    return {
      message,
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
      extensions: { ...facts, ...(traceId === undefined ? {} : { traceId }) },
    };
  });
}

/** Whether graphql-js or the runtime reported the error about the request itself. */
export function isRequestError(error: GraphQLError): boolean {
  return REQUEST_CODES.has(String(error.extensions['code']));
}

function shown(error: GraphQLError, { logger, schemaIsOpen }: ErrorPresentation): GraphQLError {
  // Variables that do not fit the schema are reported as public errors, with the words of graphql-js.
  if (isPublicError(error) || isRequestError(error)) return schemaIsOpen ? error : withoutSuggestion(error);
  logger.error({ error: error.originalError ?? error }, 'an operation failed');
  return internalError(error.path);
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  return Object.create(error, { message: { value: error.message.replaceAll(SUGGESTION, '') } }) as GraphQLError;
}
