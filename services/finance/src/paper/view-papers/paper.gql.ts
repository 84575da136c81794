import { DateTimeScalar, Money, Node } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { PAPER_KINDS, PAPER_SOURCES, type PaperKind, type PaperSource } from '../model/paper-kind.model';
import type { Paper } from '../model/paper.model';

export const FinancePaperKindEnum = enumOf(PAPER_KINDS);
registerEnumType(FinancePaperKindEnum, {
  name: 'FinancePaperKind',
  description: 'A kind of paper that finance draws up.',
  valuesConfig: {
    SALES_ALLOWANCE_CERTIFICATE: {
      description: 'Certificate of an allowance, which the buyer seals (销货折让证明单).',
    },
    SALES_RETURN_CERTIFICATE: { description: 'Certificate of a return, which the buyer seals (销货退回证明单).' },
    RETURN_SLIP: { description: 'Slip by which goods come back (成品退货单).' },
    APPROVAL_SHEET: { description: 'Submission of a payment for approval (签报).' },
    PENALTY_NOTICE: { description: 'Notice of a penalty (处罚通知单).' },
    CREDIT_NOTE: { description: 'Credit note for a refund, return or allowance.' },
    PAYMENT_ADVICE: { description: 'Advice of a payment that was made.' },
  },
});

export const FinancePaperSourceEnum = enumOf(PAPER_SOURCES);
registerEnumType(FinancePaperSourceEnum, {
  name: 'FinancePaperSource',
  description: 'What a paper was drawn up for.',
  valuesConfig: {
    SETTLEMENT: { description: 'A settlement.' },
    RETURN: { description: 'Goods that come back.' },
    PENALTY: { description: 'A penalty for those responsible.' },
  },
});

@ObjectType({ description: 'A line of what a paper says.' })
export class FinancePaperField {
  @Field(() => String, { description: 'What it is about, in the language of the request.' })
  label!: string;

  @Field(() => String, { description: 'What it says.' })
  value!: string;
}

@ObjectType({ description: 'A numbered copy of a paper of finance (联).' })
export class FinancePaperCopy {
  @Field(() => Int, { description: 'First, second, … copy.' })
  copy!: number;

  @Field(() => String, { description: 'Who keeps it: a role, a party of the regulation, or `complainant`.' })
  holder!: string;

  @Field(() => String, { description: 'What the holder is called, in the language of the request.' })
  label!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed out; null before.' })
  handedOutAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of who handed it out; for staff only.' })
  handedOutBy!: string | null;
}

@ObjectType({ description: 'A place in which somebody signs or seals a paper.' })
export class FinancePaperSignature {
  @Field(() => String, { description: 'Its code: a role, a party of the regulation, or `complainant`.' })
  place!: string;

  @Field(() => String, { description: 'What the signer is called, in the language of the request.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it is the customer’s seal, which staff record with evidence.' })
  seal!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed or sealed; null before.' })
  signedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of who signed, or recorded the seal; for staff only.' })
  signedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What was noted with it; for staff only.' })
  note!: string | null;
}

/** GraphQL type `FinancePaper`. */
@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'A paper of finance. It is never changed or deleted: what happens to it later is added, void ones too.',
})
export class FinancePaper extends Node {
  @Field(() => FinancePaperKindEnum, { description: 'Its kind.' })
  kind!: PaperKind;

  @Field(() => String, { description: 'Its number, without gaps within its kind and year: `CN2026-000001`.' })
  number!: string;

  @Field(() => FinancePaperSourceEnum, { description: 'What it was drawn up for.' })
  sourceKind!: PaperSource;

  @Field(() => ID, { description: 'Id of what it was drawn up for.' })
  sourceId!: string;

  @Field(() => Money, { nullable: true, description: 'The amount it is about; null where it is about none.' })
  amount!: Money | null;

  @Field(() => String, { description: 'SHA-256 of its content, as it stands at the foot of every copy.' })
  contentSha256!: string;

  @Field(() => ID, { nullable: true, description: 'The earlier paper that it stands for; that one is void.' })
  supersedes!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was drawn up.' })
  drawnUpAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is void; null while it is in force.' })
  voidedAt!: Date | null;

  @Field(() => Int, {
    description: 'Grows by one with each signature, seal, copy handed out, and when it becomes void.',
  })
  version!: number;

  readonly paper!: Paper;
}
