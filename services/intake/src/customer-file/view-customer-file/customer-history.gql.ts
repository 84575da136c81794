import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a customer's history is made of. */
export const HISTORY_KINDS = [
  'COMPLAINT_REGISTERED',
  'COMPLAINT_MERGED',
  'COMPLAINT_UNMERGED',
  'LETTER_SENT',
  'PRODUCT_RECORDED',
  'FILE_CHANGED',
  'ERASED',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

const TEXTS: Record<HistoryKind, string> = {
  COMPLAINT_REGISTERED: 'A complaint came in.',
  COMPLAINT_MERGED: 'A complaint was found to be a duplicate and merged into another.',
  COMPLAINT_UNMERGED: 'Such a merge was undone.',
  LETTER_SENT: 'A letter was sent.',
  PRODUCT_RECORDED: 'A product was entered into the file.',
  FILE_CHANGED: 'The file was changed.',
  ERASED: 'Their personal data was erased.',
};

/** The GraphQL enum `CustomerHistoryKind`. */
export const CustomerHistoryKind = Object.fromEntries(HISTORY_KINDS.map((kind) => [kind, kind])) as {
  readonly [Kind in HistoryKind]: Kind;
};
registerEnumType(CustomerHistoryKind, {
  name: 'CustomerHistoryKind',
  description: 'What happened with a customer.',
  valuesConfig: Object.fromEntries(HISTORY_KINDS.map((kind) => [kind, { description: TEXTS[kind] }])),
});

/** The GraphQL type `CustomerHistoryEntry`; its complaint is resolved apart. */
@ObjectType({ description: 'One line of the history of a customer.' })
export class CustomerHistoryEntry {
  complaintUuid!: string | null;

  @Field(() => CustomerHistoryKind, { description: 'What happened.' })
  kind!: HistoryKind;

  @Field(() => DateTimeScalar, { description: 'When: of a complaint its receipt.' })
  at!: Date;

  @Field(() => String, { description: 'Who did it: subject of the token, or the part of the system.' })
  by!: string;

  @Field(() => String, {
    description:
      'Number of the complaint, purpose of the letter, the product, the names of the fields that changed, or why they were erased. No personal data.',
  })
  detail!: string;
}
