import type { Role } from '@redress/kernel';
import { ConnectionArgs, connectionType, DateTimeScalar, Node } from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';

@ObjectType({ description: 'How a complainant reaches a member of staff at work.' })
export class WorkContact {
  @Field(() => String, { nullable: true, description: 'Phone at work.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address at work.' })
  email!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A person of the organisation to whom cases can be given.' })
export class StaffMember extends Node {
  @Field(() => String, { description: 'How access tokens name the person (`sub`).' })
  subject!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => [RoleName], { description: 'What the person does in the organisation.' })
  roles!: readonly Role[];

  @Field(() => [String], {
    description: 'Parties of the regulation to which the person is appointed, for example `gm-office`.',
  })
  parties!: readonly string[];

  @Field(() => [String], { description: 'Regions for which the person is responsible; every one, where it is empty.' })
  territories!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Code of the organisation unit.' })
  unitId!: string | null;

  @Field(() => WorkContact, { nullable: true, description: 'How a complainant reaches the person.' })
  contact!: WorkContact | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the person is away; null when at work.' })
  absentUntil!: Date | null;

  @Field(() => String, { nullable: true, description: 'Subject of the colleague who stands in during an absence.' })
  delegate!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many open cases the person can look after; null is any number.',
  })
  capacity!: number | null;

  @Field(() => Boolean, { description: 'Whether cases can be given to the person now.' })
  active!: boolean;

  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version!: number;
}

export const StaffMemberConnection = connectionType(StaffMember);

@ArgsType()
export class StaffMembersArgs extends ConnectionArgs {
  @Field(() => RoleName, { nullable: true, description: 'Only those with this role.' })
  role?: Role;

  @Field(() => Boolean, { nullable: true, description: 'Only those to whom cases can be given now, or cannot.' })
  active?: boolean;
}
