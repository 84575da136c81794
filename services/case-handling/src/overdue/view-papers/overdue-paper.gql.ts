import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeFilter,
  DateTimeScalar,
  enumFilter,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { OverduePaperRow } from './overdue-paper-rows.query';

export const OverduePaperKind = { REMINDER: 'REMINDER', OVERDUE_INQUIRY: 'OVERDUE_INQUIRY' } as const;

registerEnumType(OverduePaperKind, {
  name: 'OverduePaperKind',
  description: 'What a paper on a delay is for.',
  valuesConfig: {
    REMINDER: { description: 'Urges those for whom an open case waits (催办单).' },
    OVERDUE_INQUIRY: { description: 'Asks why a stage of a closed case was late (查办单).' },
  },
});

@ObjectType({ description: 'Why a stage was late, as those who were asked explained it.' })
export class OverdueAnswer {
  @Field(() => String, { description: 'The cause.' })
  cause!: string;

  @Field(() => String, { description: 'What is done so that it does not happen again.' })
  measure!: string;

  @Field(() => DateTimeScalar, { description: 'When it was answered.' })
  at!: Date;

  @Field(() => String, { description: 'Subject of the person who answered.' })
  by!: string;
}

@ObjectType({ description: 'A paper on a delay: a reminder, or an inquiry into its cause.' })
export class OverduePaper {
  @Field(() => ID, { description: 'Id of the paper within its case.' })
  id!: string;

  @Field(() => OverduePaperKind, { description: 'What it is for.' })
  kind!: keyof typeof OverduePaperKind;

  /** Where its other fields come from. */
  readonly stored!: OverduePaperRow;

  @Field(() => String, { description: 'Its number: that of the case, and the version that the case had with it.' })
  number!: string;

  @Field(() => String, { nullable: true, description: 'Stage of the regulation that it is about.' })
  stage!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The due date that was missed; null for a reminder that a person wrote.',
  })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was issued.' })
  issuedAt!: Date;

  @Field(() => String, { description: 'Subject of the person who wrote it, or `system:case-handling`.' })
  issuedBy!: string;

  @Field(() => [String], { description: 'Roles and parties of the regulation that it went to.' })
  to!: readonly string[];

  @Field(() => String, { nullable: true, description: 'What a person wrote.' })
  text!: string | null;

  @Field(() => OverdueAnswer, { nullable: true, description: 'The explanation, once it was given.' })
  answer!: OverdueAnswer | null;
}

export const OverduePaperConnection = connectionType(OverduePaper);

const OverduePaperKindFilter = enumFilter(OverduePaperKind, 'OverduePaperKind');

@Combinable()
@InputType({ description: 'Conditions on papers on delays. All given members must hold.' })
export class OverduePaperWhereInput {
  @Field(() => OverduePaperKindFilter, { nullable: true, description: 'Condition on the kind.' })
  kind?: EnumFilter<keyof typeof OverduePaperKind>;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether an answer was given.' })
  answered?: BooleanFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the stage of the regulation.' })
  stage?: StringFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Condition on when it was issued.' })
  issuedAt?: DateTimeFilter;

  declare AND?: OverduePaperWhereInput[];
  declare OR?: OverduePaperWhereInput[];
  declare NOT?: OverduePaperWhereInput;
}

@ArgsType()
export class OverduePapersArgs extends ConnectionArgs {
  @Field(() => OverduePaperWhereInput, { nullable: true, description: 'Only papers that fulfil these conditions.' })
  where?: OverduePaperWhereInput;
}
