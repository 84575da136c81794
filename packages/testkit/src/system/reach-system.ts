import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stateFiles, tokenFromKeyFile } from '@redress/launcher';
import type { GraphAnswer, ReachedSystem } from './test-system';

/** Where a running system is. */
export interface SystemAddress {
  readonly url: string;
  /** Its state: keys and logs. */
  readonly directory: string;
  /** The database server with the prefix of the system's schemas. */
  readonly databaseUrl: string;
}

/** Speaks with a system that runs, in whichever process it was started. */
export function reachSystem({ url, directory, databaseUrl }: SystemAddress): Omit<ReachedSystem, 'stop'> {
  return {
    url,
    tokenFor: (person) => tokenFromKeyFile(stateFiles(directory).issuerKey, person),
    async request(query, variables = {}, token) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphAnswer;
    },
    log: (name) => readFile(join(directory, 'logs', `${name}.log`), 'utf8'),
    databaseUrl(name) {
      const schema = new URL(databaseUrl);
      schema.pathname += `_${name.replaceAll('-', '_')}`;
      return schema.toString();
    },
  };
}
