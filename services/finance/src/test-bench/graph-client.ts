import { SIGNATURE_HEADER, signRequest, type RequestKeyRing } from '@redress/identity';

/** What the subgraph answers. */
export interface GraphAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  /** Codes of the top-level errors. */
  readonly codes: readonly string[];
}

/** Sends a request as the gateway would: signed, with the caller's own token. */
export async function ask<Data>(
  url: string,
  keys: RequestKeyRing,
  token: string | undefined,
  request: { readonly query: string; readonly variables?: object; readonly language?: string },
): Promise<GraphAnswer<Data>> {
  const { query, variables = {}, language = 'en' } = request;
  const body = JSON.stringify({ query, variables });
  const authorization = token === undefined ? undefined : `Bearer ${token}`;
  const path = new URL(url).pathname;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      [SIGNATURE_HEADER]: signRequest(keys, { method: 'POST', path, body, authorization }),
      ...(authorization === undefined ? {} : { authorization }),
    },
    body,
  });
  const answer = (await response.json()) as { data?: Data; errors?: { extensions?: { code?: string } }[] };
  return {
    status: response.status,
    data: (answer.data ?? {}) as Data,
    codes: (answer.errors ?? []).map(({ extensions }) => extensions?.code ?? 'NONE'),
  };
}
