import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CodedLabel } from '../../adoption/view-regulations/labelled.gql';
import type { DissatisfactionPath as Path, DissatisfiedParty as Party } from '../model/further-handling.model';
import { DissatisfactionPath } from '../take-further/take-further.gql';

export const DissatisfiedParty: Readonly<Record<Party, Party>> = {
  COMPLAINANT: 'COMPLAINANT',
  COMPLAINEE: 'COMPLAINEE',
};
registerEnumType(DissatisfiedParty, {
  name: 'DissatisfiedParty',
  description: 'Who is not satisfied.',
  valuesConfig: {
    COMPLAINANT: { description: 'Who complained.' },
    COMPLAINEE: { description: 'Against whom the complaint is.' },
  },
});

@ObjectType({ description: 'How a stage stood when a round ended.' })
export class EarlierStage {
  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;

  @Field(() => String, { description: 'OPEN, SUBMITTED, DONE or SKIPPED.' })
  state!: string;

  @Field(() => String, { description: 'Subject of who did its work.' })
  by!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'A round of handling after the first.' })
export class CaseRound {
  @Field(() => Int, { description: 'Its number; 2 for the first after an objection.' })
  number!: number;

  @Field(() => DissatisfactionPath, { description: 'By which way of the regulation it began.' })
  path!: Path;

  @Field(() => DissatisfiedParty, { description: 'Who was not satisfied.' })
  openedBy!: Party;

  @Field(() => String, {
    nullable: true,
    description: 'Why; null to the complainant where it was not they who said it.',
  })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'For an external body: its code.' })
  body!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Subject of who began it; null for the complainant.' })
  by!: string | null;

  @Field(() => [EarlierStage], { description: 'What had been done before it began; empty for the complainant.' })
  earlierStages!: readonly EarlierStage[];
}

@ObjectType({ description: 'A way in which somebody who is not satisfied may go on.' })
export class FurtherPath {
  @Field(() => DissatisfactionPath, { description: 'Which.' })
  path!: Path;

  @Field(() => DissatisfiedParty, { description: 'For whom it is open.' })
  openTo!: Party;

  @Field(() => [CodedLabel], { description: 'For an external body: which the regulation names.' })
  bodies!: readonly CodedLabel[];

  @Field(() => String, { description: 'The sentence of the regulation.' })
  quote!: string;
}
