import { newId, type Role } from '@redress/kernel';
import { eventually, type ReachedSystem } from '@redress/testkit';
import { personWith, type Person } from './act';

/** An organisation of a test's own: a tenant with a regulation, staff of each role and a customer. */
export interface Organisation {
  readonly tenant: string;
  readonly customerId: string;
  readonly people: Readonly<Record<Role, Person>>;
  /** Another person of a role, for rules that need two. */
  another(role: Role): Promise<Person>;
}

const ROLES: readonly Role[] = [
  'customer',
  'agent',
  'handler',
  'supervisor',
  'finance',
  'manager',
  'analyst',
  'auditor',
  'admin',
];

const REGULATION = {
  regulation: 'company-24h-3wd-7wd',
  version: 1,
  effectiveFrom: '2011-01-01T00:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  numbering: { pattern: '{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
  openValues: [
    { key: 'followUpWithin', duration: { amount: 7, unit: 'CALENDAR_DAYS' } },
    {
      key: 'authority',
      authority: [
        { role: 'SUPERVISOR', currency: 'CNY', maximum: '1000.00' },
        { role: 'MANAGER', currency: 'CNY' },
        { role: 'MANAGER', currency: 'USD' },
      ],
    },
  ],
};

/** Founds an organisation through the public graph and waits until intake and finance know what it has adopted. */
export async function foundOrganisation(
  system: ReachedSystem,
  tenant = `org-${newId().slice(-12)}`,
): Promise<Organisation> {
  const customerId = newId();
  const hire = async (role: Role, subject = `${role}@${tenant}`): Promise<Person> =>
    personWith(
      system,
      await system.tokenFor({ tenant, role, subject, ...(role === 'customer' ? { customer: customerId } : {}) }),
    );
  const people = Object.fromEntries(
    await Promise.all(ROLES.map(async (role): Promise<[Role, Person]> => [role, await hire(role)])),
  ) as Record<Role, Person>;
  expectAccepted(await people.admin.act('adoptRegulation', REGULATION));
  const member = { subject: `handler@${tenant}`, name: 'Wang Fang', roles: ['HANDLER'] };
  expectAccepted(await people.admin.act('registerStaffMember', member));
  await eventually(
    async () => {
      const { complaintCategories } = await people.agent.read<{ complaintCategories: { nodes: unknown[] } }>(
        '{ complaintCategories { nodes { id } } }',
      );
      return complaintCategories.nodes.length > 0;
    },
    { what: 'the adoption in intake', timeoutMs: 45_000 },
  );
  await adoptedInFinance(people.auditor);
  return { tenant, customerId, people, another: (role) => hire(role, `${role}-${newId().slice(-6)}@${tenant}`) };
}

/** Waits until finance knows by which regulation it decides on money: it hears of an adoption by itself. */
export async function adoptedInFinance(reader: Person): Promise<void> {
  await eventually(
    async () => {
      const { authorityMatrix } = await reader.read<{ authorityMatrix: object | null }>(
        '{ authorityMatrix { regulation } }',
      );
      return authorityMatrix !== null;
    },
    { what: 'the adoption in finance', timeoutMs: 45_000 },
  );
}

/** Waits until analytics knows by which regulation it judges: it hears of each service by itself. */
export async function adoptedInAnalytics(manager: Person): Promise<void> {
  await eventually(
    async () => {
      const { scorecard } = await manager.read<{ scorecard: { regulation: string | null } }>(
        '{ scorecard(from: "2026-11-01", until: "2026-11-30") { regulation } }',
      );
      return scorecard.regulation !== null;
    },
    { what: 'the adoption in analytics', timeoutMs: 45_000 },
  );
}

/** Throws with the refusal when a mutation was refused. */
export function expectAccepted<Result extends { readonly userErrors: readonly { code: string; message: string }[] }>(
  payload: Result,
): Result {
  const [refusal] = payload.userErrors;
  if (refusal !== undefined) throw new Error(`refused with ${refusal.code}: ${refusal.message}`);
  return payload;
}
