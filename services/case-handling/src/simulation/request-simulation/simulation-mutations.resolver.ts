import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { settingsFromInput } from '../../adoption/adopt-regulation/settings-from-input';
import { unfitIdempotencyKey } from '../../idempotency-key.rules';
import { Simulation } from '../view-simulations/simulation.gql';
import { loadSimulation, SIMULATION_ROLES } from '../view-simulations/simulation.reference';
import {
  cancelSimulation,
  requestSimulation,
  type RequestSimulation,
  type SimulationDependencies,
  type SimulationResult,
} from './request-simulation.handler';
import { CancelSimulationInput, SimulateRegulationInput, SimulationPayload } from './simulation-mutations.gql';

@Resolver(() => Simulation)
export class SimulationMutationsResolver {
  constructor(private readonly dependencies: SimulationDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => SimulationPayload, {
    description: 'Replays the cases of a window under another regulation. For managers, auditors and admins.',
  })
  async simulateRegulation(
    @Arg('input', () => SimulateRegulationInput, { description: 'Which, on which cases.' })
    input: SimulateRegulationInput,
    @Ctx() context: GraphContext,
  ): Promise<SimulationPayload> {
    const viewer = requireRole(context, ...SIMULATION_ROLES);
    const { idempotencyKey, window, settings } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const given = settings === undefined || settings === null ? undefined : settingsFromInput(settings);
    if (given?.ok === false) return refused(given.refusals, context);
    const command: RequestSimulation = {
      regulation: regulationAsked(input),
      window: { from: window.from, to: window.to },
      ...(given === undefined ? {} : { settings: given.value }),
    };
    return this.answer(await requestSimulation(this.dependencies, viewer, idempotencyKey, command), context);
  }

  @Directive('@authenticated')
  @Mutation(() => SimulationPayload, { description: 'Stops a simulation. For managers, auditors and admins.' })
  async cancelSimulation(
    @Arg('input', () => CancelSimulationInput, { description: 'Which.' }) input: CancelSimulationInput,
    @Ctx() context: GraphContext,
  ): Promise<SimulationPayload> {
    const viewer = requireRole(context, ...SIMULATION_ROLES);
    const { idempotencyKey } = input;
    const unfit = unfitIdempotencyKey(idempotencyKey);
    if (unfit !== undefined) return refused([unfit], context);
    const command = { simulationId: fromGlobalId('Simulation', input.simulationId) };
    return this.answer(await cancelSimulation(this.dependencies, viewer, idempotencyKey, command), context);
  }

  private async answer({ outcome, replayed }: SimulationResult, context: GraphContext): Promise<SimulationPayload> {
    if (!outcome.ok) return refused(outcome.refusals, context);
    const simulation = await loadSimulation(this.dependencies.database, context, outcome.value.simulationId);
    return { simulation, replayed, userErrors: [] };
  }
}

function regulationAsked({ draftId, regulation, version }: SimulateRegulationInput): RequestSimulation['regulation'] {
  if (draftId !== undefined && draftId !== null) return { draftId: fromGlobalId('RegulationDraft', draftId) };
  return { code: regulation ?? '', version: version ?? undefined };
}

function refused(refusals: readonly Refusal[], context: GraphContext): SimulationPayload {
  return { simulation: null, replayed: false, userErrors: toUserErrors(refusals, context) };
}
