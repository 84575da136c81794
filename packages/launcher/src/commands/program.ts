import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectDirectory } from '../infrastructure/project-directory';
import { readJson } from '../state/state-files';
import { tokenFromKeyFile } from '../system/tokens';
import type { CommandContext } from './start';

/** Runs a built program of the project in the foreground. Returns its exit code. */
export async function program(path: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(process.execPath, [join(projectDirectory(), path), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...more },
  });
  // a Ctrl-C reaches the child through the terminal; it decides how to end, and this process waits for that
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** Gives the importer the running system's endpoint and a token of the tenant that its arguments name. */
export async function importFile({ files }: CommandContext, args: readonly string[]): Promise<number> {
  const endpoint = (await readJson(files.endpoint)) as { url?: string } | undefined;
  const { values } = parseArgs({ args: [...args], strict: false, options: { tenant: { type: 'string' } } });
  const tenant = typeof values.tenant === 'string' ? values.tenant : '';
  const minted =
    tenant === '' ? {} : { REDRESS_TOKEN: await tokenFromKeyFile(files.issuerKey, { tenant, role: 'admin' }) };
  const given = { ...(endpoint?.url === undefined ? {} : { REDRESS_ENDPOINT: endpoint.url }), ...minted };
  return program('packages/importer/dist/main.js', args, { ...given, ...process.env });
}
