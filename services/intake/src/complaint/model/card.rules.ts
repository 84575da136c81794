import type { Refusal } from '@redress/kernel';
import { cardProblems, type FactValue, type KnownFacts, type Regulation } from '@redress/regulations';
import type { Demand, OrderLine } from './complaint.model';
import {
  factRefusal,
  repeatedFacts,
  tooLongToPublish,
  typedFacts,
  type FactRefusal,
  type FactValues,
  type StatedFact,
} from './fact-values.rules';

type CardField = Regulation['recordCard']['fields'][number];
type Member = NonNullable<CardField['of']>;

/** The members that every complaint has, as far as a card may stand for them. */
export interface CardMembers {
  readonly text: string | undefined;
  readonly name: boolean;
  readonly contact: boolean;
  readonly product?: string | undefined;
  readonly region?: string | undefined;
  readonly orderLine?: OrderLine | undefined;
  readonly demand?: Demand | undefined;
  readonly receivedAt: Date;
}

/** A card that fits: what conditions and other services may see, and what is sealed. */
export interface ReadCard {
  readonly open: FactValues;
  readonly personal: FactValues;
}

/** Members that are personal data, whatever the file says of the field. */
const PERSONAL_MEMBERS: ReadonlySet<Member | undefined> = new Set<Member | undefined>([
  'TEXT',
  'COMPLAINANT_NAME',
  'CONTACT',
  'ADDRESS',
]);

/** Where a client gives a member, for a field that demands it. */
const MEMBER_PATHS: Partial<Record<Member, readonly string[]>> = {
  TEXT: ['text'],
  COMPLAINANT_NAME: ['customer'],
  CONTACT: ['customer'],
  PRODUCT: ['product'],
  REGION: ['region'],
  ORDER_NUMBER: ['orderLine'],
  DEMAND: ['demand'],
};

/** Whether the value of a field is sealed and never leaves intake. */
export function isPersonal({ personal, of }: CardField): boolean {
  return personal === true || PERSONAL_MEMBERS.has(of);
}

/** The card in the types of its regulation, parted into what is open and what is personal. */
export function readCard(
  { recordCard: { fields } }: Regulation,
  stated: readonly StatedFact[],
  members: CardMembers,
): ReadCard {
  const values = typedFacts(fields, stated);
  const personalKeys = new Set(fields.filter(isPersonal).map(({ key }) => key));
  const entries = Object.entries(values).filter(([, value]) => value !== '');
  return {
    open: {
      ...ofMembers(fields, members),
      ...Object.fromEntries(entries.filter(([key]) => !personalKeys.has(key))),
    },
    personal: Object.fromEntries(entries.filter(([key]) => personalKeys.has(key))),
  };
}

/** Everything that is wrong with a card (IN-03). */
export function recordCardFieldProblems(
  regulation: Regulation,
  stated: readonly StatedFact[],
  { card, members, facts }: { readonly card: ReadCard; readonly members: CardMembers; readonly facts: KnownFacts },
): Refusal<FactRefusal>[] {
  const { fields } = regulation.recordCard;
  const ofKey = new Map(fields.map((field) => [field.key, field.of]));
  const known = fields.map(({ key }) => key);
  const problems = cardProblems(regulation, { ...card.open, ...card.personal }, facts, given(members));
  return [
    ...repeatedFacts(stated, 'card'),
    ...problems.map((problem) => {
      const of = problem.code === 'REQUIRED' ? ofKey.get(problem.key) : undefined;
      const path = of === undefined ? undefined : MEMBER_PATHS[of];
      return factRefusal(problem, { stated, place: 'card', known, ...(path === undefined ? {} : { path }) });
    }),
    ...tooLongToPublish(card.open, stated, 'card'),
  ];
}

function given({
  text,
  name,
  contact,
  product,
  region,
  orderLine,
  demand,
}: CardMembers): Partial<Record<Member, boolean>> {
  return {
    TEXT: !isBlank(text),
    COMPLAINANT_NAME: name,
    CONTACT: contact,
    PRODUCT: !isBlank(product),
    REGION: !isBlank(region),
    ORDER_NUMBER: orderLine !== undefined,
    DEMAND: demand !== undefined,
    RECEIVED_AT: true,
  };
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** Conditions may name the field of a card that stands for a member, so it holds what the member holds. */
function ofMembers(fields: readonly CardField[], members: CardMembers): FactValues {
  const values: Record<string, FactValue> = {};
  for (const field of fields) {
    const { key, of, type } = field;
    if (isPersonal(field)) continue;
    const value = memberValue(of, members);
    if (value !== undefined && type === 'TEXT') values[key] = value;
    if (of === 'RECEIVED_AT' && type === 'DATE') values[key] = members.receivedAt.toISOString().slice(0, 10);
  }
  return values;
}

function memberValue(of: Member | undefined, members: CardMembers): string | undefined {
  switch (of) {
    case 'PRODUCT':
      return members.product;
    case 'REGION':
      return members.region;
    case 'ORDER_NUMBER':
      return members.orderLine?.orderNumber;
    case 'DEMAND':
      return members.demand?.kind;
    case 'RECEIVED_AT':
      return members.receivedAt.toISOString();
    case 'TEXT':
    case 'COMPLAINANT_NAME':
    case 'CONTACT':
    case 'ADDRESS':
    case undefined:
      return undefined;
  }
}
