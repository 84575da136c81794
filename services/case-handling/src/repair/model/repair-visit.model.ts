import type { ComplaintCase } from '../../complaint-case/model/case.model';

export type RepairState = 'PLANNED' | 'CARRIED_OUT' | 'SOLVED' | 'NOT_SOLVED';

/** A visit of a field engineer as far as decisions look at it. */
export interface KnownVisit {
  readonly id: string;
  readonly state: RepairState;
  readonly engineer: string;
}

const KEY = 'repairVisits';

/** The visits of a case, the oldest first. */
export function visitsOf({ kept }: Pick<ComplaintCase, 'kept'>): readonly KnownVisit[] {
  return (kept[KEY] as readonly KnownVisit[] | undefined) ?? [];
}

/** The case with other visits. */
export function withVisits({ kept }: ComplaintCase, visits: readonly KnownVisit[]): Partial<ComplaintCase> {
  return { kept: { ...kept, [KEY]: visits } };
}

/** The case with one of its visits in another state. */
export function withVisitIn(current: ComplaintCase, id: string, state: RepairState): Partial<ComplaintCase> {
  return withVisits(
    current,
    visitsOf(current).map((visit) => (visit.id === id ? { ...visit, state } : visit)),
  );
}
