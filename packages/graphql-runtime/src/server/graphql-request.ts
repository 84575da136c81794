import type { FastifyRequest } from 'fastify';
import { PublicError } from '../errors/public-error';

/** The members of a GraphQL request over HTTP; everything else in the body is ignored. */
export interface GraphqlRequest {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

/**
 * A body, apart from the representations that the gateway puts into it, is this long at most. It takes 100,000 bytes
 * from a client and fills in the defaults of inputs, of which each row of a bulk mutation may have several.
 */
const LONGEST_BODY = 250_000;

/** Reads the request's JSON. Throws `BAD_USER_INPUT` or `LIMIT_EXCEEDED`; a list of requests is not taken. */
export function readGraphqlRequest(request: FastifyRequest): GraphqlRequest {
  const members = request.method === 'GET' ? membersOfQuery(request) : parseJson(textOf(request.body));
  if (!isRecord(members)) throw new PublicError('BAD_USER_INPUT', 'The body must be one GraphQL request.');
  const { query, operationName, variables } = members;
  const length = Buffer.isBuffer(request.body) ? request.body.length : request.url.length;
  if (length > LONGEST_BODY && !hasRepresentations(variables)) {
    throw new PublicError('LIMIT_EXCEEDED', 'The request is too long.', { dimension: 'bytes', limit: LONGEST_BODY });
  }
  if (typeof query !== 'string' || query === '') throw new PublicError('BAD_USER_INPUT', 'The request has no `query`.');
  if (!isMissing(variables) && !isRecord(variables)) {
    throw new PublicError('BAD_USER_INPUT', '`variables` must be an object.');
  }
  if (!isMissing(operationName) && typeof operationName !== 'string') {
    throw new PublicError('BAD_USER_INPUT', '`operationName` must be a text.');
  }
  return {
    query,
    ...(typeof operationName === 'string' ? { operationName } : {}),
    ...(isRecord(variables) ? { variables } : {}),
  };
}

/** Whether the gateway asks for entities, under whatever names its plan gives the variables. */
function hasRepresentations(variables: unknown): boolean {
  if (!isRecord(variables)) return false;
  return Object.values(variables).some(
    (value) => Array.isArray(value) && isRecord(value[0]) && typeof value[0]['__typename'] === 'string',
  );
}

function membersOfQuery(request: FastifyRequest): unknown {
  const search = new URLSearchParams(request.url.split('?', 2)[1] ?? '');
  const variables = search.get('variables');
  return {
    query: search.get('query'),
    operationName: search.get('operationName'),
    variables: variables === null ? null : parseJson(variables),
  };
}

function textOf(body: unknown): string {
  return Buffer.isBuffer(body) ? body.toString('utf8') : '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PublicError('BAD_USER_INPUT', 'The request is not JSON.');
  }
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
