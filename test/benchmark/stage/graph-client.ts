import { newId } from '@redress/kernel';
import { Pool } from 'undici';

/** Sends operations to the public graph over a fixed number of connections. */
export interface GraphClient {
  /** Answers the data; throws when the answer has errors. */
  ask<Data>(document: string, variables: object, token: string): Promise<Data>;
  /** Calls a mutation with a new key and answers what was selected of its payload; throws when it was refused. */
  act<Payload>(mutation: string, input: object, selection: string, token: string): Promise<Payload>;
  close(): Promise<void>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

interface Refusable {
  readonly userErrors: readonly unknown[];
}

/** Opens a client that has at most `connections` requests on their way. */
export function graphClient(url: string, connections: number): GraphClient {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const ask: GraphClient['ask'] = async <Data>(query: string, variables: object, token: string) => {
    const { body } = await pool.request({
      path: pathname,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await body.json()) as Answer;
    if (errors !== undefined || data === undefined) throw new Error(`the graph answered ${JSON.stringify(errors)}`);
    return data as Data;
  };
  return {
    ask,
    async act<Payload>(mutation: string, input: object, selection: string, token: string) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const document = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
      const variables = { input: { idempotencyKey: newId(), ...input } };
      const payload = (await ask<Record<string, Refusable>>(document, variables, token))[mutation];
      if (payload?.userErrors.length !== 0) throw new Error(`${mutation} was refused: ${JSON.stringify(payload)}`);
      return payload as Payload;
    },
    close: () => pool.close(),
  };
}
