import { conditionHolds } from '@redress/regulations';
import { factsOfCase } from '../../complaint-case/model/case-facts-of.model';
import type { Situation } from '../../complaint-case/model/case.rules';
import { performersOf } from '../../complaint-case/model/case-actions.rules';
import { performsAs } from '../../complaint-case/model/performs.model';
import { isAbsent, type StaffMember } from '../../staff/model/staff-member.model';
import { isComplainee } from './complainee.model';

/** Why somebody is suggested, beside being able to handle the case. */
export type SuggestionReason = 'ROUTED' | 'TERRITORY' | 'STANDS_IN' | 'HAS_ROOM';

/** Somebody to whom a case could be given. */
export interface Candidate {
  readonly member: StaffMember;
  /** Regions of the person, or, where there are none, of the unit and those above it. */
  readonly territories: readonly string[];
  readonly openCases: number;
  readonly overdueCases: number;
}

export interface Suggestion extends Candidate {
  readonly because: readonly SuggestionReason[];
  /** The absent colleague in whose place the person is suggested. */
  readonly standsInFor?: string;
}

/**
 * To whom a case could be given, the most fitting first: whom the routing of the regulation names before others, who
 * looks after the region before who looks after all, and then whoever has the least to do. Never a complainee; in the
 * place of somebody who is away, the delegate.
 */
export function suggestedAssignees(situation: Situation, candidates: readonly Candidate[]): readonly Suggestion[] {
  const routed = routedTo(situation);
  const bySubject = new Map(candidates.map((candidate) => [candidate.member.subject, candidate]));
  const suggestions = new Map<string, Suggestion>();
  for (const candidate of candidates) {
    if (!coversRegion(candidate, situation)) continue;
    const stand = inPlaceOf(candidate, bySubject, situation.now);
    if (stand === undefined || !isFit(stand.member, situation)) continue;
    const isRouted = performsAs(candidate.member, situation.plan, routed);
    const known = suggestions.get(stand.member.subject);
    const suggestion = suggestionOf(stand, candidate, { isRouted, region: situation.case.region });
    if (known === undefined || rankOf(suggestion) < rankOf(known)) suggestions.set(stand.member.subject, suggestion);
  }
  return [...suggestions.values()].sort(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      loadOf(one) - loadOf(other) ||
      (one.member.subject < other.member.subject ? -1 : 1),
  );
}

/** To which roles and parties the regulation routes a case as it is, each once. */
export function routedTo({ plan, case: current, now }: Situation): readonly string[] {
  if (plan === undefined) return [];
  const facts = factsOfCase(current, now);
  const routes = plan.regulation.routing.filter(({ when }) => conditionHolds(plan.regulation, when, facts));
  return [...new Set(routes.flatMap(({ to }) => to))];
}

function coversRegion({ territories }: Candidate, { case: { region } }: Situation): boolean {
  return territories.length === 0 || region === undefined || territories.includes(region);
}

function inPlaceOf(candidate: Candidate, bySubject: ReadonlyMap<string, Candidate>, now: Date): Candidate | undefined {
  if (!isAbsent(candidate.member, now)) return candidate;
  const { delegate } = candidate.member;
  const found = delegate === undefined ? undefined : bySubject.get(delegate);
  return found === undefined || isAbsent(found.member, now) ? undefined : found;
}

function isFit(member: StaffMember, situation: Situation): boolean {
  if (!member.active || isComplainee(situation.case, member)) return false;
  return performsAs(member, situation.plan, performersOf('RECORD_INVESTIGATION', situation));
}

function suggestionOf(
  stand: Candidate,
  candidate: Candidate,
  { isRouted, region }: { readonly isRouted: boolean; readonly region: string | undefined },
): Suggestion {
  const standsInFor = stand === candidate ? undefined : candidate.member.subject;
  const { capacity } = stand.member;
  const because: SuggestionReason[] = [];
  if (isRouted) because.push('ROUTED');
  if (region !== undefined && candidate.territories.includes(region)) because.push('TERRITORY');
  if (standsInFor !== undefined) because.push('STANDS_IN');
  if (capacity === undefined || stand.openCases < capacity) because.push('HAS_ROOM');
  return { ...stand, because, ...(standsInFor === undefined ? {} : { standsInFor }) };
}

/** Lower is more fitting; somebody without room comes after everybody with room. */
function rankOf({ because }: Suggestion): number {
  const lacks = (reason: SuggestionReason): number => (because.includes(reason) ? 0 : 1);
  return lacks('HAS_ROOM') * 4 + lacks('ROUTED') * 2 + lacks('TERRITORY');
}

/** What is late weighs double; the share of a capacity counts, where there is one. */
function loadOf({ openCases, overdueCases, member: { capacity } }: Suggestion): number {
  const load = openCases + overdueCases;
  return capacity === undefined || capacity === 0 ? load : load / capacity;
}
