import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import { updateStaffMember } from '../update-staff-member/update-staff-member.handler';
import { StaffMember } from '../view-staff/staff-member.gql';
import { toStaffMember } from '../view-staff/staff-view.mapper';
import { loadStaffMember } from '../view-staff/staff.loader';
import { changesFromInput, registrationFromInput } from './member-from-input';
import { registerStaffMember, type StaffDependencies } from './register-staff-member.handler';
import { RegisterStaffMemberInput, StaffMemberPayload, UpdateStaffMemberInput } from './staff-mutations.gql';

@Resolver(() => StaffMember)
export class StaffMutationsResolver {
  constructor(private readonly dependencies: StaffDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => StaffMemberPayload, { description: 'Makes a person known to whom cases can be given. For admins.' })
  async registerStaffMember(
    @Arg('input', () => RegisterStaffMemberInput, { description: 'The person.' }) input: RegisterStaffMemberInput,
    @Ctx() context: GraphContext,
  ): Promise<StaffMemberPayload> {
    const viewer = requireRole(context, 'admin');
    const { idempotencyKey, ...member } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return this.refused(toUserErrors([unfit], context));
    const command = registrationFromInput(member);
    return this.answer(await registerStaffMember(this.dependencies, viewer, idempotencyKey, command), context);
  }

  @Directive('@authenticated')
  @Mutation(() => StaffMemberPayload, { description: 'Changes a member of staff. For admins.' })
  async updateStaffMember(
    @Arg('input', () => UpdateStaffMemberInput, { description: 'What changes.' }) input: UpdateStaffMemberInput,
    @Ctx() context: GraphContext,
  ): Promise<StaffMemberPayload> {
    const viewer = requireRole(context, 'admin');
    const { idempotencyKey, staffMemberId, expectedVersion, ...changes } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return this.refused(toUserErrors([unfit], context));
    const command = {
      staffMemberId: fromGlobalId('StaffMember', staffMemberId),
      expectedVersion,
      changes: changesFromInput(changes),
    };
    return this.answer(await updateStaffMember(this.dependencies, viewer, idempotencyKey, command), context);
  }

  private async answer(
    { outcome, replayed }: CommandResult<{ readonly staffMemberId: string }>,
    context: GraphContext,
  ): Promise<StaffMemberPayload> {
    if (!outcome.ok) return this.refused(toUserErrors(outcome.refusals, context));
    const stored = await loadStaffMember(this.dependencies.database, context, 'id', outcome.value.staffMemberId);
    return { staffMember: stored === null ? null : toStaffMember(stored), replayed, userErrors: [] };
  }

  private refused(userErrors: StaffMemberPayload['userErrors']): StaffMemberPayload {
    return { staffMember: null, replayed: false, userErrors };
  }
}
