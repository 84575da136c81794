import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { AdoptionHearings, AdoptionListener } from '../model/adoption-hearings.repository';

export interface TellingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly hearings: AdoptionHearings;
}

/** What came of telling a listener. */
export interface Told {
  readonly told: number;
  /** Adoptions of which the change log has the place and not the text. */
  readonly lost: number;
}

const AT_ONCE = 20;
const NOTHING: Told = { told: 0, lost: 0 };

/**
 * Tells a listener of everything that an organisation adopted so far, in order and in one transaction: nobody sees some of
 * the adoptions without the others. What is adopted meanwhile it hears as it happens, and once more here or not.
 */
export function tellListener(
  { name, hear }: AdoptionListener,
  tenantId: string,
  { database, clock, hearings }: TellingParts,
): Promise<Told> {
  return database.transaction(tenantId, async (tx) => {
    if (!(await hearings.begin(tx, name, clock.now()))) return NOTHING;
    let [told, lost] = [0, 0];
    let page = await hearings.adoptions(tx, 0n, AT_ONCE);
    for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
      for (const { event } of page) {
        if (event === undefined) lost += 1;
        else await hear(event, tx);
      }
      told += page.length;
      page = await hearings.adoptions(tx, last.position, AT_ONCE);
    }
    return { told: told - lost, lost };
  });
}
