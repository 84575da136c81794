import { UserError } from '@redress/graphql-runtime';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { UnitKind as Kind } from '../model/organisation-unit.model';
import { OrganisationUnit, UnitKind } from '../view-units/organisation-unit.gql';

@InputType({ description: 'A unit that the organisation has from now on.' })
export class RegisterUnitInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Short name that never changes; 64 characters at most.' })
  code!: string;

  @Field(() => String, { description: 'What the organisation calls it; 200 characters at most.' })
  label!: string;

  @Field(() => UnitKind, { description: 'What it is.' })
  kind!: Kind;

  @Field(() => ID, { nullable: true, description: 'Global id of the unit above it.' })
  parentId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Regions that it looks after.' })
  territories?: string[] | null;
}

@InputType({ description: 'What changes about a unit; what is left out stays.' })
export class UpdateUnitInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id.' })
  unitId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What the organisation calls it; 200 characters at most.' })
  label?: string | null;

  @Field(() => UnitKind, { nullable: true, description: 'What it is.' })
  kind?: Kind | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the unit above it. Null makes it a topmost one.' })
  parentId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Regions that it looks after.' })
  territories?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it exists today.' })
  active?: boolean | null;
}

@ObjectType({ description: 'The unit, or why nothing was changed.' })
export class OrganisationUnitPayload {
  @Field(() => OrganisationUnit, { nullable: true, description: 'The unit as it is now; null when refused.' })
  unit!: OrganisationUnit | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}
