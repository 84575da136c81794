import {
  BooleanFilter,
  Combinable,
  ConnectionArgs,
  connectionType,
  DateTimeFilter,
  DateTimeScalar,
  enumFilter,
  IdFilter,
  Node,
  StringFilter,
  type EnumFilter,
} from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { CaseOutcome as Outcome, Validity as ValidityName } from '../model/case.model';
import type { CaseState as State } from '../model/case.transitions';
import type { StoredCase } from '../model/stored-case.model';
import { CaseOutcome, CaseState, Validity } from './case-enums.gql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A complaint, of which this service contributes the case.' })
export class Complaint {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
}

@ObjectType({ description: 'What the source of an imported case said.' })
export class ImportedOutcome {
  @Field(() => String, { nullable: true, description: 'The outcome in the words of the source.' })
  outcome!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the organisation answered in time.' })
  timely!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the complainant disputed the answer.' })
  disputed!: boolean | null;
}

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'A complaint on its way through its regulation, from acceptance to closing.',
})
export class Case extends Node {
  /** The row behind it, for the fields that are resolved; never in the graph. */
  readonly stored!: StoredCase;

  @Field(() => String, { description: 'Number of the complaint; people name the case by it.' })
  number!: string;

  @Field(() => Int, { description: 'Grows with everything that happens; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => CaseState, { description: 'Where it stands.' })
  state!: State;

  @Field(() => CaseOutcome, { nullable: true, description: 'How it ended; null while it is open.' })
  outcome!: Outcome | null;

  @Field(() => Complaint, { description: 'The complaint.' })
  complaint!: Complaint;

  @Field(() => Validity, {
    nullable: true,
    description: 'What the last investigation found; null before one, and for the complainant.',
  })
  validity!: ValidityName | null;

  @Field(() => DateTimeScalar, { description: 'When the complaint was received; its clocks count from here.' })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the case was opened.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the complainant was first told something.' })
  firstReplyAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Earliest due date of the stages that are not finished.',
  })
  nextDueAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it is open and a stage is late.' })
  overdue!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether every stage was in time; null while it is open, and where nothing was measured.',
  })
  inTime!: boolean | null;

  @Field(() => ImportedOutcome, { nullable: true, description: 'For a case that was taken over as history.' })
  imported!: ImportedOutcome | null;
}

export const CaseConnection = connectionType(Case);

const CaseStateFilter = enumFilter(CaseState, 'CaseState');
const CaseOutcomeFilter = enumFilter(CaseOutcome, 'CaseOutcome');

@Combinable()
@InputType({ description: 'Conditions on cases. All given members must hold.' })
export class CaseWhereInput {
  @Field(() => CaseStateFilter, { nullable: true, description: 'Condition on the state.' })
  state?: EnumFilter<State>;

  @Field(() => CaseOutcomeFilter, { nullable: true, description: 'Condition on how it ended.' })
  outcome?: EnumFilter<Outcome>;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the subject of the assigned handler.' })
  assignee?: StringFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether a handler is assigned.' })
  assigned?: BooleanFilter;

  @Field(() => BooleanFilter, { nullable: true, description: 'Whether it is open and a stage is late.' })
  overdue?: BooleanFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the code of the category.' })
  category?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the code of the level.' })
  level?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the channel, for example `PHONE`.' })
  channel?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the product.' })
  product?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the region.' })
  region?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: 'Condition on the number.' })
  number?: StringFilter;

  @Field(() => IdFilter, { nullable: true, description: 'Condition on the customer.' })
  customer?: IdFilter;

  @Field(() => IdFilter, { nullable: true, description: 'Condition on the complaint.' })
  complaint?: IdFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Condition on the receipt of the complaint.' })
  receivedAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Condition on the closing.' })
  closedAt?: DateTimeFilter;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Condition on the earliest due date that is open.' })
  nextDueAt?: DateTimeFilter;

  declare AND?: CaseWhereInput[];
  declare OR?: CaseWhereInput[];
  declare NOT?: CaseWhereInput;
}

export const CaseOrder = {
  RECEIVED_AT_DESC: 'RECEIVED_AT_DESC',
  RECEIVED_AT_ASC: 'RECEIVED_AT_ASC',
  NEXT_DUE_AT_ASC: 'NEXT_DUE_AT_ASC',
  NUMBER_ASC: 'NUMBER_ASC',
} as const;
export type CaseOrder = keyof typeof CaseOrder;

registerEnumType(CaseOrder, {
  name: 'CaseOrder',
  description: 'Orders of a list of cases.',
  valuesConfig: {
    RECEIVED_AT_DESC: { description: 'Received last first.' },
    RECEIVED_AT_ASC: { description: 'Received first first.' },
    NEXT_DUE_AT_ASC: { description: 'Most urgent first; only cases with a stage that is due.' },
    NUMBER_ASC: { description: 'By number.' },
  },
});

@ArgsType()
export class CasesArgs extends ConnectionArgs {
  @Field(() => CaseWhereInput, { nullable: true, description: 'Only cases that fulfil these conditions.' })
  where?: CaseWhereInput;

  @Field(() => CaseOrder, { defaultValue: CaseOrder.RECEIVED_AT_DESC, description: 'Order of the list.' })
  orderBy!: CaseOrder;
}
