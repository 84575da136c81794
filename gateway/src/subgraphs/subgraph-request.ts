import { signRequest, SIGNATURE_HEADER, type RequestKeyRing } from '@redress/identity';
import { currentTraceparent } from '@redress/observability';
import type { SubgraphCaller } from './subgraph-caller';

/** A GraphQL request as it goes to a subgraph. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** The text that is sent; equal requests give equal texts. */
export function requestBody({ query, operationName, variables }: SubgraphRequest): string {
  return JSON.stringify({ query, operationName, variables });
}

/** Headers of one attempt. Each attempt needs a signature of its own: a subgraph accepts each only once. */
export function signedHeaders(
  keys: RequestKeyRing,
  path: string,
  body: string,
  caller: SubgraphCaller,
  accept: string,
): Record<string, string> {
  const { authorization, acceptLanguage, requestId } = caller;
  const traceparent = currentTraceparent();
  return {
    'content-type': 'application/json',
    accept,
    'x-request-id': requestId,
    [SIGNATURE_HEADER]: signRequest(keys, { method: 'POST', path, body, authorization }),
    ...(authorization === undefined ? {} : { authorization }),
    ...(acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
