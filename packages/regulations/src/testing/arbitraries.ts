import fc from 'fast-check';
import type { KnownFacts } from '../conditions/facts-of';

/** Facts as somebody might know them, of a regulation that declares the assessments `a`, `b` and `c`. */
export const someFacts: fc.Arbitrary<KnownFacts> = fc.record(
  {
    assessment: fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }, { requiredKeys: [] }),
    complainant: fc.record({ persons: fc.integer({ min: 1, max: 20 }) }),
    history: fc.record({ sameWithinMonth: fc.integer({ min: 1, max: 5 }), repeat: fc.boolean() }),
  },
  { requiredKeys: [] },
);

/** A condition over these facts. */
export const aCondition = fc.constantFrom(
  'assessment.a',
  'assessment.b || assessment.c',
  '!assessment.a && assessment.c',
  'complainant.persons >= 10',
  'history.sameWithinMonth >= 3',
  'history.repeat',
);
