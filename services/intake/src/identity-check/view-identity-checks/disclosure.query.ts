import type { GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database, TenantReader } from '@redress/persistence';
import { inForceAt, type Adoption } from '../../regulation/model/adoption.model';
import { asksForIdentity, isBound, openSince, opensData, type Knowledge } from '../model/disclosure.rules';

/** What it takes to tell whose data is open to whom. */
export interface DisclosurePorts {
  readonly database: Database;
  readonly adoptions: { read(reader: TenantReader, at: Date): Promise<readonly Adoption[]> };
  readonly clock: Clock;
}

// Whoever entered a customer typed the data in; a further complaint of a customer who was known tells nothing of them.
const KNOWLEDGE = `
  SELECT k.customer_id AS customerId, k.id, k.result, k.checked_at AS at FROM identity_check k
  WHERE k.tenant_id = :tenantId AND k.customer_id IN (:ids) AND k.checked_by = :subject AND k.checked_at >= :since
  UNION ALL
  SELECT u.id AS customerId, c.id, 'CONFIRMED' AS result, c.registered_at AS at
  FROM customer u
  JOIN complaint c ON c.tenant_id = u.tenant_id AND c.customer_id = u.id AND c.registered_at = u.registered_at
  WHERE u.tenant_id = :tenantId AND c.tenant_id = :tenantId AND u.id IN (:ids) AND u.registered_at >= :since
    AND c.registered_by = :subject`;

/** Whether the viewer may read the data of a customer as it is; asked for all customers of a request at once. */
export async function isOpenTo(
  context: GraphContext,
  customerId: string,
  { database, adoptions, clock }: DisclosurePorts,
): Promise<boolean> {
  const { viewer } = context;
  if (!isBound(viewer, customerId)) return true;
  const open = await context
    .loader('customersOpen', async (ids: readonly string[]) => {
      const [reader, now] = [database.reader(viewer.tenantId), clock.now()];
      const adoption = inForceAt(await adoptions.read(reader, now), now);
      if (adoption === undefined || !asksForIdentity(adoption.regulation)) return ids.map(() => true);
      const knowledge = await knowledgeOf(reader, { ids, subject: viewer.subject, since: openSince(now) });
      return ids.map((id) => opensData(knowledge.get(id) ?? [], now));
    })
    .load(customerId);
  return open === true;
}

async function knowledgeOf(
  reader: TenantReader,
  asked: { readonly ids: readonly string[]; readonly subject: string; readonly since: Date },
): Promise<ReadonlyMap<string, readonly Knowledge[]>> {
  const rows = await reader.query<Knowledge & { readonly customerId: string }>(KNOWLEDGE, asked);
  const byCustomer = new Map<string, Knowledge[]>();
  for (const row of rows) byCustomer.set(row.customerId, [...(byCustomer.get(row.customerId) ?? []), row]);
  return byCustomer;
}
