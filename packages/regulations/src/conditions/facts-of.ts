import type { Regulation } from '../regulation/regulation.model';
import type { FactValue, RegulationFacts } from './facts.model';

/** Facts as far as somebody knows them; what is not stated is false, 0 or empty. */
export type KnownFacts = {
  readonly [Group in keyof RegulationFacts]?:
    { readonly [Fact in keyof RegulationFacts[Group]]?: RegulationFacts[Group][Fact] | undefined } | undefined;
};

type DeclaredFact = Regulation['assessment'][number] | Regulation['recordCard']['fields'][number];

const NONE: RegulationFacts = {
  item: {
    type: 'COMPLAINT',
    kind: '',
    channel: '',
    channelClass: '',
    written: false,
    category: '',
    region: '',
    product: '',
  },
  complainant: { kind: 'CONSUMER', persons: 1 },
  case: {
    level: '',
    validity: '',
    open: true,
    round: 1,
    daysSinceReceipt: 0,
    departments: 0,
    overdue: false,
    raised: 1,
  },
  history: { sameWithinMonth: 1, repeat: false },
  classification: {},
  decision: { amountMinor: 0, currency: '', remedies: [] },
  assessment: {},
  card: {},
};

/** The facts of an open complaint by one consumer, about which nothing else is known yet. */
export function emptyFacts(): RegulationFacts {
  return factsOf({});
}

/** Fills in what is not stated: a complaint, by one consumer, open, in its first round; all else false, 0 or empty. */
export function factsOf(known: KnownFacts): RegulationFacts {
  return {
    item: { ...NONE.item, ...stated(known.item) },
    complainant: { ...NONE.complainant, ...stated(known.complainant) },
    case: { ...NONE.case, ...stated(known.case) },
    history: { ...NONE.history, ...stated(known.history) },
    classification: stated(known.classification),
    decision: { ...NONE.decision, ...stated(known.decision) },
    assessment: stated(known.assessment),
    card: stated(known.card),
  };
}

/** The facts as CEL reads them: whole numbers as `bigint`, and every declared fact present. */
export function celFacts(regulation: Regulation, known: KnownFacts): Record<string, Record<string, unknown>> {
  const { item, complainant, case: ofCase, history, classification, decision, assessment, card } = factsOf(known);
  return {
    item: { ...item },
    complainant: inCel(complainant),
    case: inCel(ofCase),
    history: inCel(history),
    decision: inCel(decision),
    classification: Object.fromEntries(regulation.classification.map(({ axis }) => [axis, classification[axis] ?? ''])),
    assessment: declared(regulation.assessment, assessment),
    card: declared(regulation.recordCard.fields, card),
  };
}

/** The CEL type of a fact that a regulation declares. */
export function celTypeOf(type: DeclaredFact['type']): 'bool' | 'int' | 'string' {
  if (type === 'BOOLEAN') return 'bool';
  return type === 'NUMBER' || type === 'QUANTITY' || type === 'MONEY' ? 'int' : 'string';
}

const UNSTATED = { bool: false, int: 0n, string: '' } as const;

function declared(
  facts: readonly DeclaredFact[],
  values: Readonly<Record<string, FactValue | undefined>>,
): Record<string, unknown> {
  return Object.fromEntries(
    facts.map(({ key, type }) => {
      const expected = celTypeOf(type);
      const value = values[key];
      if (value === undefined) return [key, UNSTATED[expected]];
      return [key, expected === 'int' ? whole(value) : value];
    }),
  );
}

function inCel(group: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(group).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'number' ? whole(value) : value,
    ]),
  );
}

/** Quantities may have decimals, conditions speak of whole ones: 2.5 pieces are not 3. */
function whole(value: FactValue): bigint | FactValue {
  return typeof value === 'number' ? BigInt(Math.trunc(value)) : value;
}

function stated<Group extends object>(group: Group | undefined): Stated<Group> {
  return Object.fromEntries(
    Object.entries(group ?? {}).filter(([, value]) => value !== undefined),
  ) as unknown as Stated<Group>;
}

type Stated<Group> = { readonly [Fact in keyof Group]: Exclude<Group[Fact], undefined> };
