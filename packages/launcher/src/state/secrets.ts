import { randomBytes } from 'node:crypto';
import { readJson, writeJson } from './state-files';

/** Keys that the services share on this machine; made once, kept over restarts, removed by a reset. */
export interface Secrets {
  /** `kid:base64`, as REDRESS_REQUEST_KEYS wants it. */
  readonly requestKeys: string;
  readonly cursorKey: string;
  readonly masterKey: string;
  readonly databasePassword: string;
}

const key = () => randomBytes(32).toString('base64');

function fresh(): Secrets {
  return {
    requestKeys: `local1:${key()}`,
    cursorKey: key(),
    masterKey: key(),
    databasePassword: randomBytes(18).toString('hex'),
  };
}

/** Reads the secrets file, adding what it lacks; never replaces a secret that is there. */
export async function loadSecrets(file: string): Promise<Secrets> {
  const known = ((await readJson(file)) ?? {}) as Partial<Secrets>;
  const complete = { ...fresh(), ...known };
  if (Object.keys(complete).some((name) => !(name in known))) await writeJson(file, complete);
  return complete;
}
