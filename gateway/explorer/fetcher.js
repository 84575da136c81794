import { getOperationAST } from 'graphql';
import { createClient } from 'graphql-sse';

/** Stands in the header until a token is pasted; sent as it is, it would be refused even where no token is needed. */
export const PLACEHOLDER = '<paste an access token here>';

const ENDPOINT = '/graphql';

function cleaned(headers = {}) {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => !String(value).includes(PLACEHOLDER)));
}

/** Asks over HTTP; a subscription as an event stream, which carries the same headers. */
export function fetcher(params, options = {}) {
  const headers = cleaned(options.headers);
  const operation = options.documentAST && getOperationAST(options.documentAST, params.operationName);
  if (operation?.operation === 'subscription') {
    return createClient({ url: ENDPOINT, headers, retryAttempts: 3 }).iterate(params);
  }
  return fetch(ENDPOINT, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...headers,
    },
    body: JSON.stringify(params),
  }).then((response) => response.json());
}
