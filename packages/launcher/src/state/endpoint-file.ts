import { rm } from 'node:fs/promises';
import { writeJson } from './state-files';

/** What a script needs to use a running system; written once everything is ready. */
export interface Endpoint {
  /** The GraphQL endpoint of the gateway. */
  readonly url: string;
  readonly explorer: string;
  /** An access token for each role, of the demonstration organisation. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly pids: Readonly<Record<string, number>>;
}

export function writeEndpoint(file: string, endpoint: Endpoint): Promise<void> {
  return writeJson(file, endpoint);
}

export async function removeEndpoint(file: string): Promise<void> {
  await rm(file, { force: true });
}
