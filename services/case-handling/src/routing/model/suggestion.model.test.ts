import { aCaseIn } from '../../test-bench/story';
import { aSituation, aStaffMember, WU_SUPERVISOR } from '../../test-bench/builders';
import type { StaffMember } from '../../staff/model/staff-member.model';
import { suggestedAssignees, type Candidate } from './suggestion.model';

const TOMORROW = new Date('2026-03-13T03:00:00.000Z');

function aCandidate(subject: string, member: Partial<StaffMember> = {}, load: Partial<Candidate> = {}): Candidate {
  return {
    member: aStaffMember({ id: subject, subject, name: subject, ...member }),
    territories: member.territories ?? [],
    openCases: 0,
    overdueCases: 0,
    ...load,
  };
}

describe('suggested assignees', () => {
  const current = { ...aCaseIn('ACCEPTED'), region: '310000' };
  const situation = aSituation(current, WU_SUPERVISOR);
  const namesOf = (candidates: readonly Candidate[], of = situation): string[] =>
    suggestedAssignees(of, candidates).map(({ member: { subject } }) => subject);

  it('are those who may investigate, the one with the least to do first; what is late weighs double', () => {
    const busy = aCandidate('busy', {}, { openCases: 4 });
    const late = aCandidate('late', {}, { openCases: 3, overdueCases: 2 });
    const free = aCandidate('free', {}, { openCases: 1 });
    const agent = aCandidate('agent', { roles: ['agent'] });
    expect(namesOf([busy, late, free, agent])).toEqual(['free', 'busy', 'late']);
  });

  it('look after the region before those who look after all, and never after another one', () => {
    const here = aCandidate('here', { territories: ['310000'] }, { openCases: 9 });
    const everywhere = aCandidate('everywhere');
    const elsewhere = aCandidate('elsewhere', { territories: ['110000'] });
    expect(namesOf([elsewhere, everywhere, here])).toEqual(['here', 'everywhere']);
  });

  it('come last when they have no room left', () => {
    const full = aCandidate('full', { capacity: 2, territories: ['310000'] }, { openCases: 2 });
    const roomy = aCandidate('roomy', { capacity: 10 }, { openCases: 9 });
    expect(namesOf([full, roomy])).toEqual(['roomy', 'full']);
  });

  it('are never those against whom the complaint is, in person or by their unit', () => {
    const against = { ...current, kept: { complainees: [{ subject: 'he' }, { unitId: 'north' }] } };
    const candidates = [aCandidate('he'), aCandidate('she'), aCandidate('northern', { unitId: 'north' })];
    expect(namesOf(candidates, aSituation(against, WU_SUPERVISOR))).toEqual(['she']);
  });

  it('are the delegates of those who are away, where the delegate is at work and may investigate', () => {
    const away = aCandidate('away', { absentUntil: TOMORROW, delegate: 'stand-in', territories: ['310000'] });
    const lost = aCandidate('lost', { absentUntil: TOMORROW });
    const standIn = aCandidate('stand-in', { territories: ['110000'] });
    const [suggestion] = suggestedAssignees(situation, [away, lost, standIn]);
    expect(suggestion).toMatchObject({ member: { subject: 'stand-in' }, standsInFor: 'away' });
    expect(suggestion?.because).toEqual(['ROUTED', 'TERRITORY', 'STANDS_IN', 'HAS_ROOM']);
    const alsoAway = aCandidate('stand-in', { absentUntil: TOMORROW });
    expect(namesOf([away, alsoAway])).toEqual([]);
  });
});
