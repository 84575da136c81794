import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { StaffMember } from '../../staff/view-staff/staff-member.gql';
import { OrganisationUnit } from './organisation-unit.gql';
import { toUnit } from './unit-view.mapper';
import { loadUnit } from './unit.loader';

@Resolver(() => StaffMember)
export class UnitOfStaffResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => OrganisationUnit, { nullable: true, description: 'The unit to which the person belongs.' })
  async unit(@Root() { unitId }: StaffMember, @Ctx() context: GraphContext): Promise<OrganisationUnit | null> {
    const stored = unitId === null ? null : await loadUnit(this.database, context, 'code', unitId);
    return stored === null ? null : toUnit(stored);
  }
}
