import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Labelled } from '../../adoption/view-regulations/labelled.gql';

export const CasePaperState = {
  AWAITS_APPROVAL: 'AWAITS_APPROVAL',
  IN_FORCE: 'IN_FORCE',
  ATTACHED: 'ATTACHED',
} as const;
registerEnumType(CasePaperState, {
  name: 'CasePaperState',
  description: 'Where a paper of a case stands.',
  valuesConfig: {
    AWAITS_APPROVAL: { description: 'What its stage produced waits for an approval.' },
    IN_FORCE: { description: 'It is the newest of its name.' },
    ATTACHED: { description: 'It is attached to a later one of its name.' },
  },
});

@ObjectType({ description: 'A copy of a paper.' })
export class PaperCopy {
  @Field(() => Int, { description: 'First, second, … copy.' })
  copy!: number;

  @Field(() => String, { description: 'Who keeps it: a role or party of the regulation.' })
  holder!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed out; null before.' })
  handedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of who handed it out.' })
  handedBy!: string | null;
}

@ObjectType({ description: 'A section of a paper, as it was written.' })
export class CasePaperSection {
  @Field(() => String, { description: 'Its code in the regulation.' })
  section!: string;

  @Field(() => String, { description: 'What stands in it.' })
  text!: string;
}

@ObjectType({ description: 'A paper of a case. Not shown to the complainant.' })
export class CasePaper extends Labelled {
  @Field(() => ID, { description: 'Id of the paper within its case.' })
  id!: string;

  @Field(() => String, { description: 'Its code in the regulation.' })
  paper!: string;

  @Field(() => String, { description: 'Its number: that of the complaint and its place among the papers of the case.' })
  number!: string;

  @Field(() => Int, { description: 'In which round of handling it was drawn up.' })
  round!: number;

  @Field(() => String, { nullable: true, description: 'Name of the stage that produced it.' })
  stage!: string | null;

  @Field(() => ID, { nullable: true, description: 'The earlier paper of its name that is attached to it.' })
  attachedTo!: string | null;

  @Field(() => CasePaperState, { description: 'Where it stands.' })
  state!: keyof typeof CasePaperState;

  @Field(() => [CasePaperSection], { description: 'What stands in it.' })
  sections!: readonly CasePaperSection[];

  @Field(() => [PaperCopy], { description: 'Its copies, as the regulation asks for them.' })
  copies!: readonly PaperCopy[];

  @Field(() => DateTimeScalar, { description: 'When it was drawn up.' })
  drawnUpAt!: Date;

  @Field(() => String, { description: 'Subject of who drew it up.' })
  drawnUpBy!: string;
}
