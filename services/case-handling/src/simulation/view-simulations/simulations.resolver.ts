import {
  ConnectionArgs,
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  DIFFERENCE_COLUMNS,
  SIMULATION_COLUMNS,
  type StoredDifference,
  type StoredSimulation,
} from './simulation-rows.query';
import { toDifference, toSimulation } from './simulation-view.mapper';
import {
  DifferencesArgs,
  Simulation,
  SimulationConnection,
  SimulationDifference,
  SimulationDifferenceConnection,
} from './simulation.gql';
import { loadSimulation, SIMULATION_ROLES } from './simulation.reference';

@Resolver(() => Simulation)
export class SimulationsResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => Simulation, { nullable: true, description: 'A simulation; null when there is none.' })
  async simulation(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Simulation | null> {
    requireRole(context, ...SIMULATION_ROLES);
    const simulationId = fromGlobalId('Simulation', id);
    return simulationId === undefined ? null : loadSimulation(this.database, context, simulationId);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => SimulationConnection, { description: 'The simulations of the organisation, newest first.' })
  simulations(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Simulation>> {
    const { tenantId } = requireRole(context, ...SIMULATION_ROLES);
    const list = {
      name: 'simulations',
      order: { name: 'requested-desc', column: 's.requested_at', direction: 'descending' },
      idColumn: 's.id',
      select: SIMULATION_COLUMNS,
      from: 'simulation s',
      where: 's.tenant_id = :tenantId',
      params: {},
    } as const;
    const reader = this.database.reader(tenantId);
    return readConnection<StoredSimulation, Simulation>(context, reader, list, args, toSimulation);
  }

  @ListCost()
  @FieldResolver(() => SimulationDifferenceConnection, { description: 'What would have been different, case by case.' })
  differences(
    @Root() { simulationId }: Simulation,
    @Args(() => DifferencesArgs) args: DifferencesArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<SimulationDifference>> {
    const { kind } = args;
    const ofKind = kind === undefined || kind === null ? '' : ' AND d.kind = :kind';
    const list = {
      name: 'simulation-differences',
      order: { name: 'found', column: 'd.id', direction: 'ascending' },
      idColumn: 'd.id',
      select: DIFFERENCE_COLUMNS,
      from: 'simulation_difference d',
      where: `d.tenant_id = :tenantId AND d.simulation_id = :simulationId${ofKind}`,
      params: { simulationId, ...(ofKind === '' ? {} : { kind: kind ?? '' }) },
    } as const;
    const reader = this.database.reader(context.viewer.tenantId);
    return readConnection<StoredDifference, SimulationDifference>(context, reader, list, args, toDifference);
  }
}
