import { complaineeNamed } from '@redress/contracts';
import { byOf, defineFact, event, keyOf, type Fact } from '../../complaint-case/model/fact.model';
import { complaineesOf, type Complainee } from './complainee.model';

export interface ComplaineeNamed extends Fact<'COMPLAINEE_NAMED'> {
  readonly complainee: Complainee;
}

export const complaineeNamedFact = defineFact<ComplaineeNamed>({
  type: 'COMPLAINEE_NAMED',
  description: 'It was noted against whom the complaint is; they stand aside (回避).',
  effect: (current, { complainee }) => ({
    kept: { ...current.kept, complainees: [...complaineesOf(current), complainee] },
  }),
  publish: (after, fact) => {
    const { subject, unitId } = fact.complainee;
    return event(complaineeNamed, {
      ...keyOf(after),
      ...byOf(fact),
      ...(subject === undefined ? {} : { complainee: subject }),
      ...(unitId === undefined ? {} : { unitId }),
    });
  },
  details: ({ complainee: { subject, unitId } }) => ({
    ...(subject === undefined ? {} : { complainee: subject }),
    ...(unitId === undefined ? {} : { unitId }),
  }),
});
