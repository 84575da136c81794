import { Pool } from 'undici';

/** Sends operations to the public graph over a fixed number of connections. */
export interface GraphClient {
  /** Answers the data; throws when the answer has errors. */
  ask<Data>(document: string, variables: object, token: string): Promise<Data>;
  close(): Promise<void>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Opens a client that has at most `connections` requests on their way. */
export function graphClient(url: string, connections: number): GraphClient {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  return {
    async ask<Data>(query: string, variables: object, token: string) {
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
    },
    close: () => pool.close(),
  };
}

/** The payload of the only mutation in an answer; throws when it was refused. */
export function accepted<Payload extends { readonly userErrors: readonly unknown[] }>(
  data: Readonly<Record<string, Payload>>,
): Payload {
  const [payload] = Object.values(data);
  if (payload === undefined || payload.userErrors.length > 0) throw new Error(`refused: ${JSON.stringify(payload)}`);
  return payload;
}
