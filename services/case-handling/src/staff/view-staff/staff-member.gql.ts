import type { Role } from '@redress/kernel';
import { ConnectionArgs, connectionType, Node } from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { RoleName } from '../../complaint-case/view-cases/case-enums.gql';

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A person of the organisation to whom cases can be given.' })
export class StaffMember extends Node {
  @Field(() => String, { description: 'How access tokens name the person (`sub`).' })
  subject!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => [RoleName], { description: 'What the person does in the organisation.' })
  roles!: readonly Role[];

  @Field(() => String, { nullable: true, description: 'Organisation unit.' })
  unitId!: string | null;

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
