import { accept, refuse, type Outcome } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import type { Complaint } from '../model/complaint.model';
import { asItStands, type StatedMatter } from '../model/stated-matter.model';
import { typedFacts, type FactRefusal, type StatedFact } from '../model/fact-values.rules';
import { countProblems, type ItemRefusal } from '../model/item.rules';
import { assessmentProblems } from '../register-complaint/decide-matter.rules';

/** What somebody found out or judged of a complaint after it was registered. */
export interface Assessment {
  /** Facts that the regulation declares; an empty value takes a fact back. */
  readonly assessment: readonly StatedFact[];
  readonly persons?: number;
  readonly raised?: number;
}

/** Decides whether a judgement fits the regulation of the complaint. */
export function decideAssessment(
  { assessment: all, persons, raised }: Assessment,
  complaint: Complaint,
  regulation: Regulation,
): Outcome<StatedMatter, FactRefusal | ItemRefusal> {
  const taken = all.filter(({ value }) => value.trim() === '');
  const given = all.filter(({ value }) => value.trim() !== '');
  const known = new Set(regulation.assessment.map(({ key }) => key));
  const unknown = taken.filter(({ key }) => !known.has(key));
  const values = typedFacts(regulation.assessment, given);
  const [problem, ...others] = [
    ...countProblems({ ...(persons === undefined ? {} : { persons }), ...(raised === undefined ? {} : { raised }) }),
    ...assessmentProblems(regulation, all, { ...Object.fromEntries(unknown.map(({ key }) => [key, ''])), ...values }),
  ];
  if (problem !== undefined) return refuse(problem, ...others);
  const current = asItStands(complaint);
  const takenKeys = new Set(taken.map(({ key }) => key));
  const kept = Object.entries(current.matter.assessment).filter(([key]) => !takenKeys.has(key));
  return accept({
    ...current,
    matter: {
      ...current.matter,
      assessment: { ...Object.fromEntries(kept), ...values },
      persons: persons ?? current.matter.persons,
      raised: raised ?? current.matter.raised,
    },
    stated: new Set(['persons', 'raised', ...all.map(({ key }) => `assessment.${key}`)]),
  });
}
