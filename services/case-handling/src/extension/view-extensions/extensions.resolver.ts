import type { GraphContext } from '@redress/graphql-runtime';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { ExtensionRow } from './extension-rows.query';
import { Extension } from './extension.gql';

@Resolver(() => Case)
export class ExtensionsResolver {
  constructor(private readonly details: CaseDetails) {}

  @FieldResolver(() => [Extension], {
    description: 'More time that was asked for, the oldest first; empty for the complainant, who is told.',
  })
  async extensions(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Extension[]> {
    if (!isStaff(context.viewer)) return [];
    return (await this.details.extensions(context, stored.id)).map(toExtension);
  }
}

function toExtension(row: ExtensionRow): Extension {
  const lapsed = row.state === 'REQUESTED' && row.clock_state !== 'RUNNING';
  return Object.assign(new Extension(), {
    id: row.id,
    stage: row.stage,
    state: lapsed ? 'LAPSED' : row.state,
    dueBefore: row.due_before,
    requestedDueAt: row.requested_due_at,
    dueAt: row.due_at,
    reason: row.reason,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    note: row.note,
  });
}
