import type { TenantTransaction } from '@redress/persistence';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import type { ReturnLine } from '../model/return-line.model';
import type { ReturnRepository } from '../model/return.repository';

/** A line that a decision is about, with its return. */
export interface Concerned {
  readonly authorisation: ReturnAuthorisation;
  readonly line: ReturnLine;
}

/** Lines by their ids, with their returns, which are locked in the order of their ids: no two decisions wait for each other. */
export async function lockLines(
  tx: TenantTransaction,
  lineIds: readonly string[],
  { returns }: { readonly returns: ReturnRepository },
): Promise<ReadonlyMap<string, Concerned>> {
  const found = new Set<string>();
  for (const lineId of lineIds) {
    const id = await returns.idOfLine(tx, lineId);
    if (id !== undefined) found.add(id);
  }
  const concerned = new Map<string, Concerned>();
  for (const id of [...found].sort()) {
    const authorisation = await returns.lock(tx, id);
    for (const line of authorisation?.lines ?? []) {
      if (authorisation !== undefined && lineIds.includes(line.id)) concerned.set(line.id, { authorisation, line });
    }
  }
  return concerned;
}
