import type { Role } from '@redress/kernel';
import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';
import { StaffMember } from '../view-staff/staff-member.gql';

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

  @Field(() => String, { nullable: true, description: 'Organisation unit.' })
  unitId?: string;
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

  @Field(() => String, { nullable: true, description: 'Organisation unit.' })
  unitId?: string;

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
