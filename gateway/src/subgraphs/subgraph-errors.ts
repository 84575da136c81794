import type { GraphQLError } from 'graphql';
import { internalError } from '../errors/internal-error';
import { publicError } from '../errors/public-error';

/** Codes with which a subgraph says that the gateway or the subgraph itself is at fault, not the caller. */
const FAULTS = new Set(['INTERNAL_SERVER_ERROR', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST']);
const CODE = /^[A-Z][A-Z0-9_]{2,63}$/;
/** Facts that a subgraph may add to a code; whatever else it sends stays here. */
const FACTS = ['details', 'properties', 'limit', 'maximum'];

/** A subgraph's error as the caller may see it. What is not meant for callers becomes an internal error. */
export function readSubgraphError(source: unknown): GraphQLError {
  const { message, path, extensions } = asRecord(source);
  const { code, retryable, ...rest } = asRecord(extensions);
  const place = Array.isArray(path) && path.every(isPathStep) ? path : undefined;
  if (typeof message !== 'string' || typeof code !== 'string' || !CODE.test(code) || FAULTS.has(code)) {
    return internalError(place);
  }
  const facts = Object.fromEntries(Object.entries(rest).filter(([name]) => FACTS.includes(name)));
  return publicError(code, message, {
    status: 200,
    facts,
    ...(place === undefined ? {} : { path: place }),
    ...(typeof retryable === 'boolean' ? { retryable } : {}),
  });
}

/** A part of the graph did not answer. The caller learns neither which nor where, only whether repeating helps. */
export function subgraphUnavailable(operation: string): GraphQLError {
  return operation === 'mutation'
    ? publicError(
        'OUTCOME_UNKNOWN',
        'It is not known whether this took effect. Send it again with the same idempotency key.',
        { status: 503, retryable: true },
      )
    : publicError('SUBGRAPH_UNAVAILABLE', 'This part of the graph does not answer now. Try again later.', {
        status: 503,
        retryable: true,
      });
}

/** The same for a mutation that certainly never arrived. */
export function subgraphUnreached(): GraphQLError {
  return publicError('SUBGRAPH_UNAVAILABLE', 'This part of the graph does not answer now. Nothing was changed.', {
    status: 503,
    retryable: true,
  });
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isPathStep(step: unknown): step is string | number {
  return typeof step === 'string' || typeof step === 'number';
}
