import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffMember } from '../../staff/view-staff/staff-member.gql';
import type { SuggestionReason as Reason } from '../model/suggestion.model';

export const SuggestionReason = {
  ROUTED: 'ROUTED',
  TERRITORY: 'TERRITORY',
  STANDS_IN: 'STANDS_IN',
  HAS_ROOM: 'HAS_ROOM',
} as const satisfies Record<Reason, Reason>;
registerEnumType(SuggestionReason, {
  name: 'SuggestionReason',
  description: 'Why somebody is suggested, beside being able to handle the case.',
  valuesConfig: {
    ROUTED: { description: 'The routing of the regulation names them for such a matter.' },
    TERRITORY: { description: 'They look after the region.' },
    STANDS_IN: { description: 'They stand in for a colleague who is away.' },
    HAS_ROOM: { description: 'They have fewer open cases than they can look after.' },
  },
});

@ObjectType({ description: 'Somebody to whom a case could be given.' })
export class AssigneeSuggestion {
  @Field(() => StaffMember, { description: 'Who.' })
  staff!: StaffMember;

  @Field(() => [SuggestionReason], { description: 'Why.' })
  because!: readonly Reason[];

  @Field(() => String, { nullable: true, description: 'Subject of the absent colleague in whose place.' })
  standsInFor!: string | null;

  @Field(() => Int, { description: 'Open cases on their desk.' })
  openCases!: number;

  @Field(() => Int, { description: 'Those of them of which a stage is late.' })
  overdueCases!: number;
}

@ObjectType({ description: 'Against whom a complaint is: a member of staff or a unit.' })
export class Complainee {
  @Field(() => String, { nullable: true, description: 'Subject of the member of staff, where it is one.' })
  staff!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the unit, where it is one.' })
  unit!: string | null;
}

@ObjectType({ description: 'What lies on the desk of a person.' })
export class Workload {
  @Field(() => String, { nullable: true, description: 'Subject of the person; null for cases that nobody has.' })
  assignee!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the unit to which the cases were given.' })
  unit!: string | null;

  @Field(() => Int, { description: 'Open cases.' })
  openCases!: number;

  @Field(() => Int, { description: 'Those of them of which a stage is late.' })
  overdueCases!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Earliest due date among them.' })
  nextDueAt!: Date | null;
}
