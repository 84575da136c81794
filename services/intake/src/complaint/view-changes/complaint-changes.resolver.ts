import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../customer/model/visibility.rules';
import { Complaint } from '../view-complaints/complaint.gql';
import { ComplaintChange } from './complaint-change.gql';
import { changesOf } from './complaint-changes.query';

/** Shows how complaints changed. */
@Resolver(() => Complaint)
export class ComplaintChangesResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [ComplaintChange], {
    description: 'What changed of what is known or judged of it, the earliest first; nothing to customers.',
  })
  async changes(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<readonly ComplaintChange[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const changes = await context
      .loader('complaintChanges', (ids: readonly string[]) => changesOf(this.database.reader(viewer.tenantId), ids))
      .load(complaint.uuid);
    return changes ?? [];
  }
}
