import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ImportArguments } from './arguments';
import { UsageError } from './arguments';

/** Where an import goes, and as whom. */
export interface ImportEndpoint {
  readonly url: string;
  readonly token: string;
}

const endpointFile = z.object({ url: z.string(), tokens: z.record(z.string(), z.string()) });

/**
 * The endpoint and token: from the command line, else from the environment (which `npm run import` fills for the
 * running system), else from the running system's `endpoint.json`, whose tokens are those of its demonstration.
 */
export async function findEndpoint(
  { url, token }: Pick<ImportArguments, 'url' | 'token'>,
  environment: NodeJS.ProcessEnv,
  stateDirectory: string,
): Promise<ImportEndpoint> {
  const running = await readRunning(join(stateDirectory, 'endpoint.json'));
  const found = {
    url: url ?? environment['REDRESS_ENDPOINT'] ?? running?.url,
    token: token ?? environment['REDRESS_TOKEN'] ?? running?.tokens['admin'] ?? running?.tokens['agent'],
  };
  if (found.url === undefined)
    throw new UsageError('Redress does not run here: `npm start` first, or give --url and --token.');
  if (found.token === undefined) throw new UsageError('There is no token: give --token, see `npm run token`.');
  return { url: found.url, token: found.token };
}

async function readRunning(file: string): Promise<z.infer<typeof endpointFile> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : endpointFile.safeParse(JSON.parse(text)).data;
}
