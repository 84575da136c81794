import type { CaseActor } from '../../complaint-case/model/case-actor.model';
import type { ComplaintCase } from '../../complaint-case/model/case.model';
import type { Situation } from '../../complaint-case/model/case.rules';
import { isComplainee } from '../../routing/model/complainee.model';
import { furtherHandlingOf, type DissatisfiedParty } from './further-handling.model';
import { decisionIsFinal, isOutside, pathsOpenTo, type PathProvision } from './open-paths.model';

const SPEAK_FOR_COMPLAINANTS = ['agent', 'handler', 'supervisor', 'manager'] as const;

/** A way to go on, and who may take it. */
export interface OpenPath {
  readonly side: DissatisfiedParty;
  readonly provision: PathProvision;
}

/** The ways that the actor may take now, for themself or, as staff, for the complainant. */
export function openPaths({ actor, case: current, plan }: Situation): readonly OpenPath[] {
  return sidesOf(actor, current).flatMap((side) =>
    pathsOpenTo(side, plan, current)
      .filter((provision) => isTheMoment(side, provision, { current, isFinal: decisionIsFinal(plan, current) }))
      .map((provision) => ({ side, provision })),
  );
}

function sidesOf(actor: CaseActor, current: ComplaintCase): readonly DissatisfiedParty[] {
  const isComplainant = actor.roles.includes('customer') && actor.customerId === current.customerId;
  const speaks = isComplainant || SPEAK_FOR_COMPLAINANTS.some((role) => actor.roles.includes(role));
  return [
    ...(speaks ? (['COMPLAINANT'] as const) : []),
    ...(isComplainee(current, actor) ? (['COMPLAINEE'] as const) : []),
  ];
}

/** After an objection that nobody has followed yet, or after the end; a complainee also once the decision was told. */
function isTheMoment(
  side: DissatisfiedParty,
  provision: PathProvision,
  { current, isFinal }: { readonly current: ComplaintCase; readonly isFinal: boolean },
): boolean {
  const { state, outcome, resolution } = current;
  if (state === 'CLOSED') return outcome === 'RESOLVED' || outcome === 'NOT_ESTABLISHED';
  if (state === 'CONSENT') return side === 'COMPLAINEE' || (isFinal && isOutside(provision));
  if (state !== 'RESOLUTION' || resolution?.state !== 'OBJECTED') return false;
  return isOutside(provision) || !isFollowed(current);
}

/** Whether a further round was begun for the objection to the newest resolution. */
export function isFollowed(current: ComplaintCase): boolean {
  return current.resolution !== undefined && furtherHandlingOf(current)?.follows === current.resolution.id;
}
