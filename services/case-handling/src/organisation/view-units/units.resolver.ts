import {
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { OrganisationUnit, OrganisationUnitConnection, OrganisationUnitsArgs } from './organisation-unit.gql';
import { UNIT_COLUMNS, type StoredUnit } from './unit-rows.query';
import { toUnit } from './unit-view.mapper';
import { loadUnit, loadUnitsBelow } from './unit.loader';

@Resolver(() => OrganisationUnit)
export class UnitsResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => OrganisationUnit, {
    nullable: true,
    description: 'A unit of the organisation; null when there is none.',
  })
  async organisationUnit(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<OrganisationUnit | null> {
    requireRole(context, ...STAFF_ROLES);
    const unitId = fromGlobalId('OrganisationUnit', id);
    return unitId === undefined ? null : this.find(context, unitId);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => OrganisationUnitConnection, { description: 'The units of the organisation, by code.' })
  organisationUnits(
    @Args(() => OrganisationUnitsArgs) args: OrganisationUnitsArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<OrganisationUnit>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const { kind } = args;
    const list = {
      name: 'units',
      order: { name: 'code', column: 'u.code', direction: 'ascending' },
      idColumn: 'u.id',
      select: UNIT_COLUMNS,
      from: 'organisation_unit u',
      where: `u.tenant_id = :tenantId${kind === undefined || kind === null ? '' : ' AND u.kind = :kind'}`,
      params: kind === undefined || kind === null ? {} : { kind },
    } as const;
    return readConnection<StoredUnit, OrganisationUnit>(context, this.database.reader(tenantId), list, args, toUnit);
  }

  @FieldResolver(() => OrganisationUnit, { nullable: true, description: 'The unit above it; null for the topmost.' })
  parent(@Root() { parentUnitId }: OrganisationUnit, @Ctx() context: GraphContext): Promise<OrganisationUnit | null> {
    return parentUnitId === null ? Promise.resolve(null) : this.find(context, parentUnitId);
  }

  @FieldResolver(() => [OrganisationUnit], { description: 'The units right below it, by code.' })
  async children(@Root() { unitId }: OrganisationUnit, @Ctx() context: GraphContext): Promise<OrganisationUnit[]> {
    return (await loadUnitsBelow(this.database, context, unitId)).map(toUnit);
  }

  private async find(context: GraphContext, unitId: string): Promise<OrganisationUnit | null> {
    const stored = await loadUnit(this.database, context, 'id', unitId);
    return stored === null ? null : toUnit(stored);
  }
}
