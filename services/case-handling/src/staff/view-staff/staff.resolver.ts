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
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { StaffMember, StaffMemberConnection, StaffMembersArgs } from './staff-member.gql';
import { STAFF_COLUMNS, type StoredStaffMember } from './staff-rows.query';
import { toStaffMember } from './staff-view.mapper';
import { loadStaffMember } from './staff.loader';

@Resolver(() => Case)
export class StaffResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => StaffMember, { nullable: true, description: 'A member of staff; null when there is none.' })
  async staffMember(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<StaffMember | null> {
    requireRole(context, ...STAFF_ROLES);
    const staffMemberId = fromGlobalId('StaffMember', id);
    return staffMemberId === undefined ? null : this.find(context, 'id', staffMemberId);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => StaffMemberConnection, { description: 'The staff of the organisation, by subject.' })
  staffMembers(
    @Args(() => StaffMembersArgs) args: StaffMembersArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<StaffMember>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const { role, active } = args;
    const conditions = [
      's.tenant_id = :tenantId',
      ...(role === undefined ? [] : ['s.roles LIKE :role']),
      ...(active === undefined ? [] : ['s.active = :active']),
    ];
    const list = {
      name: 'staff',
      order: { name: 'subject', column: 's.subject', direction: 'ascending' },
      idColumn: 's.id',
      select: STAFF_COLUMNS,
      from: 'staff_member s',
      where: conditions.join(' AND '),
      params: {
        ...(role === undefined ? {} : { role: `%"${role}"%` }),
        ...(active === undefined ? {} : { active }),
      },
    } as const;
    return readConnection<StoredStaffMember, StaffMember>(
      context,
      this.database.reader(tenantId),
      list,
      args,
      toStaffMember,
    );
  }

  @FieldResolver(() => StaffMember, {
    nullable: true,
    description: 'Who is responsible for it; null while nobody is, and for the complainant.',
  })
  async assignee(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<StaffMember | null> {
    if (!isStaff(context.viewer) || stored.assignee === null) return null;
    return this.find(context, 'subject', stored.assignee);
  }

  private async find(context: GraphContext, key: 'id' | 'subject', value: string): Promise<StaffMember | null> {
    const stored = await loadStaffMember(this.database, context, key, value);
    return stored === null ? null : toStaffMember(stored);
  }
}
