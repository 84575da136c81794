import type { ComplaintCase } from '../../complaint-case/model/case.model';

export const ACTION_KINDS = ['CORRECTIVE', 'PREVENTIVE', 'IMPROVEMENT', 'CONTAINMENT'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];
/** Man, machine, material, method, environment (人机料法环). */
export const ACTION_FACTORS = ['MAN', 'MACHINE', 'MATERIAL', 'METHOD', 'ENVIRONMENT'] as const;
export type ActionFactor = (typeof ACTION_FACTORS)[number];
export type ActionState = 'PLANNED' | 'COMPLETED' | 'EFFECTIVE' | 'NOT_EFFECTIVE';

/** What decisions have to know of an action; what people wrote of it stands in its table. */
export interface KnownAction {
  readonly id: string;
  readonly kind: ActionKind;
  readonly state: ActionState;
  /** Subject, role or party. */
  readonly owner: string;
  readonly dueAt: string;
}

const KEY = 'actions';
const EXEMPT = 'actionsExempt';

/** The actions of a case, the oldest first. */
export function actionsOf({ kept }: Pick<ComplaintCase, 'kept'>): readonly KnownAction[] {
  const known = kept[KEY];
  return Array.isArray(known) ? (known as readonly KnownAction[]) : [];
}

/** The case with other actions. */
export function withActions({ kept }: ComplaintCase, actions: readonly KnownAction[]): Partial<ComplaintCase> {
  return { kept: { ...kept, [KEY]: actions } };
}

/** The case with some of its actions in another state. */
export function withActionsIn(
  current: ComplaintCase,
  ids: readonly string[],
  state: ActionState,
): Partial<ComplaintCase> {
  return withActions(
    current,
    actionsOf(current).map((action) => (ids.includes(action.id) ? { ...action, state } : action)),
  );
}

/** Whether no improvement is tracked for the case. */
export function isExempt({ kept }: Pick<ComplaintCase, 'kept'>): boolean {
  return kept[EXEMPT] === true;
}

/** The case without an improvement to be tracked. */
export function exempted({ kept }: ComplaintCase): Partial<ComplaintCase> {
  return { kept: { ...kept, [EXEMPT]: true } };
}
