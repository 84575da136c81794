import { toGlobalId, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import type { GraphQLSchema } from 'graphql';
import type { SavedView } from '../model/saved-view.model';
import type { SavedViews } from '../model/saved-view.repository';
import { readSavedConditions } from './saved-conditions.gql';
import type { SettlementView, SettlementViewPayload } from './saved-view.gql';

/** Finds the views that a person may use. */
export class SavedViewLoader {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViews,
  ) {}

  async all({ viewer }: GraphContext, schema: GraphQLSchema): Promise<SettlementView[]> {
    const found = await this.views.usableBy(this.database.reader(viewer.tenantId), viewer.subject);
    return found.map((view) => toView(view, viewer.subject, schema));
  }

  async one({ viewer }: GraphContext, id: string): Promise<SavedView | undefined> {
    return (await this.views.usableBy(this.database.reader(viewer.tenantId), viewer.subject, id))[0];
  }

  async answer(
    { outcome, replayed }: CommandResult<string>,
    context: GraphContext,
    schema: GraphQLSchema,
  ): Promise<SettlementViewPayload> {
    if (!outcome.ok) return { view: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const view = await this.one(context, outcome.value);
    return {
      view: view === undefined ? null : toView(view, context.viewer.subject, schema),
      replayed,
      userErrors: [],
    };
  }
}

function toView(view: SavedView, person: string, schema: GraphQLSchema): SettlementView {
  return {
    id: toGlobalId('SettlementView', view.id),
    name: view.name,
    shared: view.shared,
    own: view.owner === person,
    where: view.conditions,
    orderBy: view.orderBy,
    columns: view.columns,
    problems: readSavedConditions(schema, view.conditions).problems,
    version: view.version,
    savedAt: view.savedAt,
  };
}
