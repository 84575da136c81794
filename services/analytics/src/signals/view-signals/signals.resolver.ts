import {
  ConnectionArgs,
  fromGlobalId,
  ListCost,
  readConnection,
  requireRole,
  toGlobalId,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Complaint } from '../../changes/changes.gql';
import { casesBehind } from '../../metrics/cases-behind/cases-behind.query';
import { DEFINITION_CODES, DEFINITIONS } from '../model/rule-definitions.model';
import { SIGNAL_READERS } from '../model/signal-access.rules';
import type { Signal } from '../model/signal.model';
import { SignalChart } from './signal-chart.gql';
import { signalCell } from './signal-cell.model';
import { signalList, signalOfRow, type SignalRow } from './signal-list.query';
import { SignalCaseConnection, SignalConnection, SignalDefinition, SignalsArgs, SignalView } from './signal.gql';
import type { SignalLoader } from './signal.loader';
import { toChart, toSignal } from './to-signal.gql';
import type { WatchZoneLoader } from './watch-zone.loader';

@Resolver(() => SignalView)
export class SignalsResolver {
  constructor(
    private readonly database: Database,
    private readonly loader: SignalLoader,
    private readonly zone: WatchZoneLoader,
  ) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => SignalConnection, {
    description: 'Rises that are more than chance, the surest first. For supervisors, managers, analysts and auditors.',
  })
  signals(@Args(() => SignalsArgs) args: SignalsArgs, @Ctx() context: GraphContext): Promise<Connection<SignalView>> {
    const { tenantId } = requireRole(context, ...SIGNAL_READERS);
    return readConnection(context, this.database.reader(tenantId), signalList(args.where), args, (row: SignalRow) =>
      toSignal(signalOfRow(row)),
    );
  }

  @Directive('@authenticated')
  @Query(() => SignalView, {
    nullable: true,
    description: 'A signal; null when there is none of that id. For supervisors, managers, analysts and auditors.',
  })
  async signal(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<SignalView | null> {
    requireRole(context, ...SIGNAL_READERS);
    const found = await this.found(id, context);
    return found === null ? null : toSignal(found);
  }

  @Directive('@authenticated')
  @Query(() => [SignalDefinition], {
    description:
      'Every rule and method by which rises are found, in words. For supervisors, managers, analysts and auditors.',
  })
  signalDefinitions(@Ctx() context: GraphContext): SignalDefinition[] {
    requireRole(context, ...SIGNAL_READERS);
    return DEFINITION_CODES.map((code) => ({ code, ...DEFINITIONS[code] }));
  }

  @FieldResolver(() => SignalChart, {
    nullable: true,
    description: 'The control chart by which it was found.',
  })
  async chart(@Root() { id }: SignalView, @Ctx() context: GraphContext): Promise<SignalChart | null> {
    const found = await this.found(id, context);
    return found === null ? null : toChart(found);
  }

  @ListCost()
  @FieldResolver(() => SignalCaseConnection, {
    nullable: true,
    description: 'The complaints that were counted, at the moment of the signal, the latest first.',
  })
  async cases(
    @Root() { id }: SignalView,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Complaint> | null> {
    const found = await this.found(id, context);
    if (found === null) return null;
    const reader = this.database.reader(context.viewer.tenantId);
    const timeZone = await this.zone.find(context);
    const cell = { query: signalCell(found, timeZone), values: [], at: found.asOf, among: false };
    return casesBehind(context, reader, cell, args, ({ complaintId }) => ({
      id: toGlobalId('Complaint', complaintId),
    }));
  }

  private async found(id: string, context: GraphContext): Promise<Signal | null> {
    const signalId = fromGlobalId('Signal', id);
    return signalId === undefined ? null : this.loader.find(context, signalId);
  }
}
