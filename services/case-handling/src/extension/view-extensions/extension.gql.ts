import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const ExtensionState = {
  REQUESTED: 'REQUESTED',
  APPROVED: 'APPROVED',
  REFUSED: 'REFUSED',
  LAPSED: 'LAPSED',
} as const;

registerEnumType(ExtensionState, {
  name: 'ExtensionState',
  description: 'Where an extension stands.',
  valuesConfig: {
    REQUESTED: { description: 'Awaits a decision.' },
    APPROVED: { description: 'The due date was moved.' },
    REFUSED: { description: 'The due date stays.' },
    LAPSED: { description: 'The clock was stopped before anybody decided.' },
  },
});

@ObjectType({ description: 'More time that was asked for a stage.' })
export class Extension {
  @Field(() => ID, { description: 'Id of the extension within its case.' })
  id!: string;

  @Field(() => String, { description: 'Name of the stage in the regulation.' })
  stage!: string;

  @Field(() => ExtensionState, { description: 'Where it stands.' })
  state!: keyof typeof ExtensionState;

  @Field(() => DateTimeScalar, { description: 'When the stage was due before.' })
  dueBefore!: Date;

  @Field(() => DateTimeScalar, { description: 'When it would be due.' })
  requestedDueAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is due by the approval.' })
  dueAt!: Date | null;

  @Field(() => String, { description: 'Why it was asked for.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => String, { description: 'Subject of the person who asked.' })
  requestedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of the person who decided.' })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What the person who decided noted.' })
  note!: string | null;
}
