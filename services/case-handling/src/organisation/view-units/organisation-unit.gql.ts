import { ConnectionArgs, connectionType, Node } from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { UnitKind as Kind } from '../model/organisation-unit.model';

export const UnitKind = {
  HEADQUARTERS: 'HEADQUARTERS',
  BRANCH: 'BRANCH',
  COUNTY: 'COUNTY',
  OUTLET: 'OUTLET',
  OWN_STORE: 'OWN_STORE',
  FRANCHISE_STORE: 'FRANCHISE_STORE',
  DEPARTMENT: 'DEPARTMENT',
} as const satisfies Record<Kind, Kind>;

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'What a unit of the organisation is.',
  valuesConfig: {
    HEADQUARTERS: { description: 'Headquarters (总公司).' },
    BRANCH: { description: 'Branch (分公司).' },
    COUNTY: { description: 'County-level department (县级营销部).' },
    OUTLET: { description: 'Outlet or counter (网点).' },
    OWN_STORE: { description: 'Store of the company itself (直营店).' },
    FRANCHISE_STORE: { description: 'Store of a franchisee (加盟店).' },
    DEPARTMENT: { description: 'Department (部门).' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A place or department of the organisation; units make a tree.' })
export class OrganisationUnit extends Node {
  /** Ids inside of the service; never in the graph. */
  readonly unitId!: string;
  readonly parentUnitId!: string | null;

  @Field(() => String, { description: 'Short name that never changes; members of staff name their unit by it.' })
  code!: string;

  @Field(() => String, { description: 'What the organisation calls it.' })
  label!: string;

  @Field(() => UnitKind, { description: 'What it is.' })
  kind!: Kind;

  @Field(() => [String], { description: 'Regions that it looks after; those of its parent, where it is empty.' })
  territories!: readonly string[];

  @Field(() => Boolean, { description: 'Whether it exists today.' })
  active!: boolean;

  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version!: number;
}

export const OrganisationUnitConnection = connectionType(OrganisationUnit);

@ArgsType()
export class OrganisationUnitsArgs extends ConnectionArgs {
  @Field(() => UnitKind, { nullable: true, description: 'Only units of this kind.' })
  kind?: Kind;
}
