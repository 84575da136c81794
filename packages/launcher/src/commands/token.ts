import { parseArgs } from 'node:util';
import { ROLES, type Role } from '@redress/kernel';
import { A_DAY_SECONDS, tokenFromKeyFile } from '../system/tokens';

const USAGE = `usage: npm run token -- --tenant TENANT --role ${ROLES.join('|')} [--customer ID] [--unit ID] [--subject NAME] [--ttl 15m|1h|7d]`;

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: A_DAY_SECONDS };

/** Seconds of a duration such as `90s`, `15m`, `1h` or `7d`; undefined when it is none. */
export function durationSeconds(text: string): number | undefined {
  const [, amount = '', unit = ''] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? [];
  const seconds = UNIT_SECONDS[unit];
  return seconds === undefined ? undefined : Number(amount) * seconds;
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** Prints one access token, and nothing else, on standard output. Returns the exit code. */
export async function token(
  { issuerKey, say }: { issuerKey: string; say: (line: string) => void },
  args: readonly string[],
): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { tenant: text, role: text, customer: text, unit: text, subject: text, ttl: text },
  });
  const { tenant, role = '', customer, unit, subject, ttl = '1d' } = values;
  const validForSeconds = durationSeconds(ttl);
  if (tenant === undefined || !isRole(role) || validForSeconds === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const made = await tokenFromKeyFile(issuerKey, {
    tenant,
    role,
    validForSeconds,
    ...(customer === undefined ? {} : { customer }),
    ...(unit === undefined ? {} : { unit }),
    ...(subject === undefined ? {} : { subject }),
  });
  say(made);
  return 0;
}
