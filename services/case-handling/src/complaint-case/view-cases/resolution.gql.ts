import type { RemedyKind as RemedyKindName } from '@redress/contracts';
import { DateTimeScalar, Money } from '@redress/graphql-runtime';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  ConsentDecision as Decision,
  ReplyForm as Form,
  SettlementState,
  Validity as ValidityName,
} from '../model/case.model';
import type { ResolutionState as State } from '../model/resolution.transitions';
import {
  ConsentDecision,
  RemedyKind,
  RemedySettlementState,
  ReplyForm,
  ReplyPurpose,
  ResolutionState,
  Validity,
} from './case-enums.gql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A settlement of finance.' })
export class Settlement {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
}

@ObjectType({ description: 'The line of an order that a remedy is about.' })
export class RemedyOrderLine {
  @Field(() => String, { description: 'Number of the order.' })
  orderNumber!: string;

  @Field(() => Int, { description: 'Number of the line in it.' })
  lineNumber!: number;
}

@ObjectType({ description: 'One piece of what a remedy gives.' })
export class RemedyPart {
  @Field(() => RemedyKind, { description: 'Its kind.' })
  kind!: RemedyKindName;

  @Field(() => String, { nullable: true, description: 'Number of the order it is about, if any.' })
  orderNumber!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the line in it.' })
  lineNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'Code of a tax, a fee or the shipping.' })
  charge!: string | null;

  @Field(() => String, { nullable: true, description: 'How much of the line comes back, as a decimal.' })
  quantity!: string | null;

  @Field(() => Money, { description: 'What it comes to.' })
  amount!: Money;
}

@ObjectType({ description: 'One thing that a resolution gives.' })
export class Remedy {
  @Field(() => ID, { description: 'Id of the remedy within its case.' })
  id!: string;

  @Field(() => RemedyKind, { description: 'What is given.' })
  kind!: RemedyKindName;

  @Field(() => RemedyOrderLine, { nullable: true, description: 'The order line it is about, if any.' })
  orderLine!: RemedyOrderLine | null;

  @Field(() => Money, { nullable: true, description: 'What it costs; null for a remedy without money.' })
  amount!: Money | null;

  @Field(() => [RemedyPart], { description: 'What the amount is made up of; empty for one piece.' })
  parts!: RemedyPart[];

  @Field(() => String, { nullable: true, description: 'Note of the handler; null for the complainant.' })
  note!: string | null;

  @Field(() => Settlement, { nullable: true, description: 'The settlement that finance drew up for it.' })
  settlement!: Settlement | null;

  @Field(() => RemedySettlementState, { nullable: true, description: 'What finance last said of it.' })
  settlementState!: SettlementState | null;
}

@ObjectType({ description: 'What the complainant said to a resolution.' })
export class Consent {
  @Field(() => ConsentDecision, { description: 'Agreed or objected.' })
  decision!: Decision;

  @Field(() => String, { nullable: true, description: 'In the words of the complainant.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Subject of the person who recorded it; null for the complainant.',
  })
  recordedBy!: string | null;
}

@ObjectType({ description: 'What is given to the complainant, from proposal to execution.' })
export class Resolution {
  @Field(() => ID, { description: 'Id of the resolution within its case.' })
  id!: string;

  @Field(() => Int, { description: 'First, second, … proposal of the case.' })
  position!: number;

  @Field(() => ResolutionState, { description: 'Where it stands.' })
  state!: State;

  @Field(() => String, { description: 'The resolution in words.' })
  text!: string;

  @Field(() => [Remedy], { description: 'What it gives, in the order of the proposal.' })
  remedies!: readonly Remedy[];

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Subject of the proposer; null for the complainant.' })
  proposedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved or sent back.' })
  decidedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Subject of who approved it or sent it back; null for the complainant.',
  })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was sent back.' })
  rejectionReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the complainant was told.' })
  communicatedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why finance could not settle it, as a stable code.' })
  returnReason!: string | null;

  @Field(() => Money, { nullable: true, description: 'The most that finance could have settled.' })
  returnMaximum!: Money | null;

  @Field(() => Consent, { nullable: true, description: 'What the complainant said to it.' })
  consent!: Consent | null;
}

@ObjectType({ description: 'A section of a paper, as it was written.' })
export class WrittenSection {
  @Field(() => String, { description: 'Its code in the regulation.' })
  section!: string;

  @Field(() => String, { description: 'What stands in it.' })
  text!: string;
}

@ObjectType({ description: 'What the handler found out. Not shown to the complainant.' })
export class Investigation {
  @Field(() => ID, { description: 'Id of the investigation within its case.' })
  id!: string;

  @Field(() => Validity, { description: 'Whether the complaint is justified.' })
  validity!: ValidityName;

  @Field(() => String, { description: 'The findings in one text; empty where they stand in sections.' })
  findings!: string;

  @Field(() => [WrittenSection], { description: 'The sections of the report, where the regulation asks for them.' })
  sections!: readonly WrittenSection[];

  @Field(() => Boolean, { nullable: true, description: 'Whether the complainant was heard; null when not said.' })
  heardComplainant!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether those complained of were heard; null when not said.' })
  heardComplainee!: boolean | null;

  @Field(() => String, { description: 'Subject of the person who recorded them.' })
  recordedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When they were recorded.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'What was told to the complainant.' })
export class Reply {
  @Field(() => ID, { description: 'Id of the reply within its case.' })
  id!: string;

  @Field(() => ReplyPurpose, { description: 'Whether it told the decision or the progress.' })
  purpose!: keyof typeof ReplyPurpose;

  @Field(() => ReplyForm, { description: 'In writing or orally.' })
  form!: Form;

  @Field(() => String, { description: 'What was said.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  sentAt!: Date;

  @Field(() => String, { nullable: true, description: 'Subject of the sender; null for the complainant.' })
  sentBy!: string | null;
}
