import { STAFF_ROLES } from '@redress/kernel';
import {
  ConnectionArgs,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { complaintOf, type ComplaintRecord } from '../../complaint/view-complaints/complaint-record.query';
import { Complaint, ComplaintConnection, toComplaint } from '../../complaint/view-complaints/complaint.gql';
import { ComplaintAcknowledgement } from './acknowledgement.gql';
import { acknowledgementsOf, dueAcknowledgementList, type AcknowledgementRow } from './acknowledgements.query';

/** Reads whether complainants were told that their complaints have come in. */
@Resolver(() => Complaint)
export class AcknowledgementsResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => ComplaintAcknowledgement, {
    nullable: true,
    description: 'Whether its complainant was told that it has come in; null for what was handled elsewhere.',
  })
  async acknowledgement(
    @Root() complaint: Complaint,
    @Ctx() context: GraphContext,
  ): Promise<ComplaintAcknowledgement | null> {
    const row = await context
      .loader('acknowledgement', (ids: readonly string[]) =>
        acknowledgementsOf(this.database.reader(context.viewer.tenantId), ids),
      )
      .load(complaint.uuid);
    return row === null ? null : toAcknowledgement(row);
  }

  @ListCost()
  @Query(() => ComplaintConnection, {
    description: 'Complaints whose complainants a person still has to tell that they have come in; for staff only.',
  })
  dueAcknowledgements(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Complaint>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const reader = this.database.reader(tenantId);
    return readConnection(context, reader, dueAcknowledgementList, page, (record: ComplaintRecord) => {
      const { card, version } = complaintOf(record);
      return toComplaint(card, version);
    });
  }
}

function toAcknowledgement({ tells, ...row }: AcknowledgementRow): ComplaintAcknowledgement {
  return { ...row, tells: tells === null ? [] : (JSON.parse(tells) as string[]) };
}
