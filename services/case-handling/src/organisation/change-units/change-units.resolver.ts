import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { present } from '../../complaint-case/model/present-members.model';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import { OrganisationUnit } from '../view-units/organisation-unit.gql';
import { toUnit } from '../view-units/unit-view.mapper';
import { loadUnit } from '../view-units/unit.loader';
import { OrganisationUnitPayload, RegisterUnitInput, UpdateUnitInput } from './change-units.gql';
import { registerUnit, updateUnit, type UnitDependencies } from './change-units.handler';

@Resolver(() => OrganisationUnit)
export class ChangeUnitsResolver {
  constructor(private readonly dependencies: UnitDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => OrganisationUnitPayload, { description: 'Makes a unit of the organisation known. For admins.' })
  async registerUnit(
    @Arg('input', () => RegisterUnitInput, { description: 'The unit.' }) input: RegisterUnitInput,
    @Ctx() context: GraphContext,
  ): Promise<OrganisationUnitPayload> {
    const viewer = requireRole(context, 'admin');
    const { idempotencyKey, code, label, kind, territories } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const parentId = parentFromInput(input.parentId);
    const command = { code, label, kind, territories: territories ?? [], ...present({ parentId }) };
    return this.answer(await registerUnit(this.dependencies, viewer, idempotencyKey, command), context);
  }

  @Directive('@authenticated')
  @Mutation(() => OrganisationUnitPayload, { description: 'Changes a unit of the organisation. For admins.' })
  async updateUnit(
    @Arg('input', () => UpdateUnitInput, { description: 'What changes.' }) input: UpdateUnitInput,
    @Ctx() context: GraphContext,
  ): Promise<OrganisationUnitPayload> {
    const viewer = requireRole(context, 'admin');
    const { idempotencyKey, unitId, expectedVersion, label, kind, territories, active } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const parentId = parentFromInput(input.parentId);
    const changes = {
      ...present({ label, kind, territories, active }),
      ...(parentId === undefined ? {} : { parentId }),
    };
    const command = { unitId: fromGlobalId('OrganisationUnit', unitId), expectedVersion, changes };
    return this.answer(await updateUnit(this.dependencies, viewer, idempotencyKey, command), context);
  }

  private async answer(
    { outcome, replayed }: CommandResult<{ readonly unitId: string }>,
    context: GraphContext,
  ): Promise<OrganisationUnitPayload> {
    if (!outcome.ok) return refused(outcome.refusals, context);
    const stored = await loadUnit(this.dependencies.database, context, 'id', outcome.value.unitId);
    return { unit: stored === null ? null : toUnit(stored), replayed, userErrors: [] };
  }
}

/** An id that cannot be one is kept, so that the unit is reported as unknown. */
function parentFromInput(parentId: string | null | undefined): string | null | undefined {
  return parentId === undefined || parentId === null
    ? parentId
    : (fromGlobalId('OrganisationUnit', parentId) ?? parentId);
}

function refused(refusals: readonly Refusal[], context: GraphContext): OrganisationUnitPayload {
  return { unit: null, replayed: false, userErrors: toUserErrors(refusals, context) };
}
