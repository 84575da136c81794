import { type Role } from '@redress/kernel';
import type { TokenRequest } from '@redress/launcher';
import { eventually } from '@redress/testkit';
import { type GraphClient } from './graph-client';

/** An organisation of a measurement's own, so that no measurement reads what another wrote. */
export interface Organisation {
  readonly tenant: string;
  readonly tokens: Readonly<Record<Role, string>>;
}

/** What `founded` needs of the running system. */
export interface Founding {
  readonly graph: GraphClient;
  readonly tokenFor: (request: TokenRequest) => Promise<string>;
}

const ROLES: readonly Role[] = ['agent', 'handler', 'supervisor', 'finance', 'manager', 'analyst', 'auditor', 'admin'];

const REGULATION = {
  regulation: 'company-24h-3wd-7wd',
  version: 1,
  effectiveFrom: '2011-01-01T00:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  numbering: { pattern: '{YYYY}{MM}-{SERIAL:6}', period: 'MONTH' },
  openValues: [
    { key: 'followUpWithin', duration: { amount: 7, unit: 'CALENDAR_DAYS' } },
    { key: 'authority', authority: [{ role: 'SUPERVISOR', currency: 'CNY' }] },
  ],
};

/** Founds an organisation through the public graph and waits until complaints can be registered in it. */
export async function founded({ graph, tokenFor }: Founding, tenant: string): Promise<Organisation> {
  const tokens = Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, await tokenFor({ tenant, role })] as const)),
  ) as Record<Role, string>;
  await graph.act('adoptRegulation', REGULATION, '', tokens.admin);
  const member = { subject: `handler@${tenant}`, name: 'Wang Fang', roles: ['HANDLER'] };
  await graph.act('registerStaffMember', member, '', tokens.admin);
  await eventually(
    async () => {
      const { complaintCategories } = await graph.ask<{ complaintCategories: { nodes: unknown[] } }>(
        '{ complaintCategories { nodes { id } } }',
        {},
        tokens.agent,
      );
      return complaintCategories.nodes.length > 0;
    },
    { what: 'the adoption in intake', timeoutMs: 60_000, intervalMs: 100 },
  );
  return { tenant, tokens };
}
