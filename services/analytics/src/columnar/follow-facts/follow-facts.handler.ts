import type { FactsReach, Stretch, TableChanges, TenantCopies, TenantCopy } from '../model/tenant-copy.model';
import { isFilled } from '../model/tenant-copy.model';
import type { FollowedCopies } from './followed-copies.model';

/** Positions that are taken over at once, so that the memory this needs does not grow with the facts. */
const AT_ONCE = 4_000n;

/** What following needs. */
export interface FollowFactsParts {
  readonly copies: TenantCopies;
  readonly followed: FollowedCopies;
  readonly changes: (
    tenantId: string,
    stretch: Stretch,
    options: { readonly withSuperseded: boolean },
  ) => Promise<readonly TableChanges[]>;
}

/**
 * Brings the copy of a tenant one stretch further, and answers whether it is still behind. A copy of facts that were made
 * anew since is dropped for an empty one. What is copied after the first filling is exact at the end of every stretch.
 */
export async function followFacts(
  { copies, followed, changes }: FollowFactsParts,
  reach: FactsReach,
): Promise<boolean> {
  const copy = await copyFor({ copies, followed }, reach);
  if (copy.position >= reach.position) return false;
  const filling = !isFilled(copy);
  const end = filling ? copy.from : reach.position;
  const upTo = end - copy.position > AT_ONCE ? copy.position + AT_ONCE : end;
  const stretch = { generation: copy.generation, after: copy.position, upTo, asOf: filling ? copy.from : upTo };
  await copies.take(copy, await changes(reach.tenantId, stretch, { withSuperseded: !filling }), upTo);
  followed.advanced(reach.tenantId, copy);
  return copy.position < reach.position;
}

async function copyFor(
  { copies, followed }: Pick<FollowFactsParts, 'copies' | 'followed'>,
  reach: FactsReach,
): Promise<TenantCopy> {
  const present = followed.find(reach.tenantId);
  if (present?.generation === reach.generation) return present;
  if (present !== undefined) await giveUp({ copies, followed }, reach.tenantId, present);
  const made = await copies.make(reach);
  followed.set(reach.tenantId, made);
  return made;
}

/** Drops a copy; nothing is asked of it from now on. */
export async function giveUp(
  { copies, followed }: Pick<FollowFactsParts, 'copies' | 'followed'>,
  tenantId: string,
  copy: TenantCopy,
): Promise<void> {
  followed.forget(tenantId);
  await copies.drop(copy);
}
