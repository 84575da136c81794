import type { Incoming } from './incoming';

/** Transactions at once: enough to overlap their waiting, few enough to leave connections to commands. */
const AT_ONCE = 4;

/** Gives each tenant's events, in order, to `take`; several tenants at a time. Throws the first failure when all ended. */
export async function takeByTenant(
  events: readonly Incoming[],
  take: (tenantId: string, batch: readonly Incoming[]) => Promise<void>,
): Promise<void> {
  const batches = new Map<string, Incoming[]>();
  for (const event of events) {
    const batch = batches.get(event.tenantId);
    if (batch === undefined) batches.set(event.tenantId, [event]);
    else batch.push(event);
  }
  const waiting = [...batches];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await take(...next);
  };
  const results = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, batches.size) }, worker));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
