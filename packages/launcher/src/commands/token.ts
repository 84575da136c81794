import { parseArgs } from 'node:util';
import { ROLES, type Role } from '@redress/kernel';
import { A_DAY_SECONDS, tokenFromKeyFile, type TokenRequest } from '../system/tokens';

const USAGE = `usage: npm run token -- --tenant TENANT --role ${ROLES.join('|')} [--customer ID] [--unit ID] [--subject NAME] [--ttl 15m|1h|7d]
       npm run token -- --role operator --tenants TENANT,TENANT [--subject NAME] [--ttl 15m|1h|7d]`;

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
    options: { tenant: text, tenants: text, role: text, customer: text, unit: text, subject: text, ttl: text },
  });
  const request = tokenRequest(values);
  if (request === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  say(await tokenFromKeyFile(issuerKey, request));
  return 0;
}

type Given = Readonly<
  Partial<Record<'tenant' | 'tenants' | 'role' | 'customer' | 'unit' | 'subject' | 'ttl', string | undefined>>
>;

/** Whose token the options ask for; undefined when they ask for nobody's. */
export function tokenRequest(given: Given): TokenRequest | undefined {
  const { tenant, tenants, role = '', customer, unit, subject, ttl = '1d' } = given;
  const validForSeconds = durationSeconds(ttl);
  if (validForSeconds === undefined) return undefined;
  const shared = { validForSeconds, ...(subject === undefined ? {} : { subject }) };
  if (role === 'operator') {
    const operates = tenants?.split(',').filter((name) => name !== '') ?? [];
    const ofAnOrganisation = [tenant, customer, unit].some((option) => option !== undefined);
    return operates.length === 0 || ofAnOrganisation ? undefined : { ...shared, operates };
  }
  if (tenant === undefined || tenants !== undefined || !isRole(role)) return undefined;
  return {
    ...{ ...shared, tenant, role },
    ...(customer === undefined ? {} : { customer }),
    ...(unit === undefined ? {} : { unit }),
  };
}
