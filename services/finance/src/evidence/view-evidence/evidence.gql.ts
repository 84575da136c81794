import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../public-graph/enum-of.gql';
import { SettlementInstrumentEnum } from '../../settlement/view-settlements/settlement.gql';

/** What readers see of its state; tickets are not shown. */
const SHOWN_STATES = ['GIVEN', 'ACCEPTED', 'REFUSED'] as const;
export type ShownEvidenceState = (typeof SHOWN_STATES)[number];

export const EvidenceStateEnum = enumOf(SHOWN_STATES);
registerEnumType(EvidenceStateEnum, {
  name: 'SettlementEvidenceState',
  description: 'What is known about evidence.',
  valuesConfig: {
    GIVEN: { description: 'It was attached and nobody has looked at it yet.' },
    ACCEPTED: { description: 'Somebody else found that it is what it should be.' },
    REFUSED: { description: 'Somebody else found that it is not.' },
  },
});

/** GraphQL type `SettlementEvidence`. */
@ObjectType({ description: 'A file by which a settlement is proven.' })
export class SettlementEvidence {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'What it is, by its code in the regulation; `supporting` for anything else.' })
  kind!: string;

  @Field(() => String, { description: 'The name that the file came with.' })
  fileName!: string;

  @Field(() => String, { description: 'Media type, for example `image/jpeg`.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  sizeBytes!: number;

  @Field(() => String, { description: 'SHA-256 of the content, in hexadecimal.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: 'What was said of it.' })
  note!: string | null;

  @Field(() => EvidenceStateEnum, { description: 'What is known about it.' })
  state!: ShownEvidenceState;

  @Field(() => String, { nullable: true, description: 'Subject of who attached it; for staff only.' })
  addedBy!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was attached.' })
  givenAt!: Date;

  @Field(() => String, { nullable: true, description: 'Subject of who accepted or refused it; for staff only.' })
  verifiedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted or refused.' })
  verifiedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;

  @Field(() => Int, { description: 'Grows with each change.' })
  version!: number;

  readonly uuid!: string;
}

@ObjectType({ description: 'A kind of evidence that would do.' })
export class EvidenceKind {
  @Field(() => String, { description: 'Its code.' })
  kind!: string;

  @Field(() => String, { description: 'What it is, in the language of the request.' })
  label!: string;
}

@ObjectType({ description: 'Evidence that the regulation asks for before a settlement is posted.' })
export class EvidenceRequirement {
  @Field(() => SettlementInstrumentEnum, { description: 'The remedy for which it is asked.' })
  instrument!: keyof typeof SettlementInstrumentEnum;

  @Field(() => Int, { description: 'How many of the kinds must be accepted.' })
  atLeast!: number;

  @Field(() => [EvidenceKind], { description: 'The kinds that would do.' })
  of!: EvidenceKind[];

  @Field(() => Int, { description: 'How many are still missing; 0 when there is enough.' })
  missing!: number;
}

@ObjectType({ description: 'By what a settlement is proven, and what is still missing.' })
export class EvidenceOverview {
  @Field(() => [EvidenceRequirement], { description: 'What the regulation asks for; empty where it asks for nothing.' })
  required!: EvidenceRequirement[];

  @Field(() => [SettlementEvidence], {
    description: 'What was attached, the oldest first; to a customer, what they attached themself.',
  })
  given!: SettlementEvidence[];

  @Field(() => Boolean, { description: 'Whether enough was accepted for the settlement to be approved.' })
  complete!: boolean;
}
