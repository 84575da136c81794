import type { Role } from '@redress/kernel';
import { DateTimeScalar, UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';
import { StaffMember } from '../view-staff/staff-member.gql';

@InputType({ description: 'How a complainant reaches a member of staff at work.' })
export class WorkContactInput {
  @Field(() => String, { nullable: true, description: 'Phone at work; 64 characters at most.' })
  phone?: string;

  @Field(() => String, { nullable: true, description: 'E-mail address at work.' })
  email?: string;
}

@InputType({ description: 'A person to whom cases can be given from now on.' })
export class RegisterStaffMemberInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'How access tokens name the person (`sub`).' })
  subject!: string;

  @Field(() => String, { description: 'Name; 200 characters at most.' })
  name!: string;

  @Field(() => [RoleName], { description: 'What the person does; CUSTOMER is not possible.' })
  roles!: Role[];

  @Field(() => String, { nullable: true, description: 'Code of the organisation unit.' })
  unitId?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Parties of the regulation to which the person is appointed, for example `gm-office`.',
  })
  parties?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Regions for which the person is responsible; every one where it is empty.',
  })
  territories?: string[];

  @Field(() => WorkContactInput, { nullable: true, description: 'How a complainant reaches the person.' })
  contact?: WorkContactInput | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the person is away.' })
  absentUntil?: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of the colleague who stands in during an absence.' })
  delegate?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many open cases the person can look after, to 10,000.' })
  capacity?: number | null;
}

@InputType({ description: 'What changes about a member of staff; what is left out stays.' })
export class UpdateStaffMemberInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id.' })
  staffMemberId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Name; 200 characters at most.' })
  name?: string;

  @Field(() => [RoleName], { nullable: true, description: 'What the person does; CUSTOMER is not possible.' })
  roles?: Role[];

  @Field(() => String, { nullable: true, description: 'Code of the organisation unit.' })
  unitId?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Parties of the regulation to which the person is appointed, for example `gm-office`.',
  })
  parties?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Regions for which the person is responsible; every one where it is empty.',
  })
  territories?: string[];

  @Field(() => WorkContactInput, {
    nullable: true,
    description: 'How a complainant reaches the person. Null takes it away.',
  })
  contact?: WorkContactInput | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the person is away. Null takes it away.' })
  absentUntil?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Subject of the colleague who stands in during an absence. Null takes it away.',
  })
  delegate?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many open cases the person can look after, to 10,000. Null takes it away.',
  })
  capacity?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether cases can be given to the person.' })
  active?: boolean;
}

@ObjectType({ description: 'The member of staff, or why nothing was changed.' })
export class StaffMemberPayload {
  @Field(() => StaffMember, { nullable: true, description: 'The member of staff as it is now; null when refused.' })
  staffMember!: StaffMember | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
