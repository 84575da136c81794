import { STAFF_ROLES } from '@redress/kernel';
import {
  ConnectionArgs,
  ListCost,
  readConnection,
  requireRole,
  toGlobalId,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { MasterKeys } from '../../personal-data/master-keys';
import type { Sender } from '../receive-message/inbound-message.model';
import { Correspondence, UnroutedMessage, UnroutedMessageConnection } from './message.gql';
import {
  correspondenceOf,
  keptMessageOf,
  unroutedList,
  type CorrespondenceRecord,
  type UnroutedRow,
} from './messages.query';

/** Reads messages on complaints, and those that wait. */
@Resolver(() => Complaint)
export class MessagesResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @FieldResolver(() => [Correspondence], {
    description: 'Messages that came in on it, the oldest first; to a customer, those that they wrote themself.',
  })
  async correspondence(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<Correspondence[]> {
    const { viewer } = context;
    const onlyTheirs = !isStaff(viewer);
    const records = await context
      .loader('correspondence', (ids: readonly string[]) =>
        correspondenceOf(this.database.reader(viewer.tenantId), this.masters, ids, { onlyTheirs }),
      )
      .load(complaint.uuid);
    return (records ?? []).map(toCorrespondence);
  }

  @ListCost()
  @Query(() => UnroutedMessageConnection, {
    description: 'Messages that could not be registered by themselves, the oldest first. For staff only.',
  })
  unroutedMessages(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<UnroutedMessage>> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    return readConnection(context, this.database.reader(tenantId), unroutedList, page, (row: UnroutedRow) =>
      toUnrouted(row, tenantId, this.masters),
    );
  }
}

function toCorrespondence({ id, content, complaintId: _, ...record }: CorrespondenceRecord): Correspondence {
  return {
    ...record,
    id: toGlobalId('Correspondence', id),
    from: addressOf(content?.sender),
    subject: content?.subject ?? null,
    text: content?.text ?? null,
  };
}

function toUnrouted(row: UnroutedRow, tenantId: string, masters: MasterKeys): UnroutedMessage {
  const { id, source, channel, reason, receivedAt, refusedFiles, version } = row;
  const kept = keptMessageOf(row, tenantId, masters);
  return {
    id: toGlobalId('InboundMessage', id),
    ...{ source, channel, receivedAt, refusedFiles, version },
    reason: reason ?? '',
    from: addressOf(kept?.sender),
    subject: kept?.subject ?? null,
    text: kept?.text ?? '',
    fileNames: (kept?.files ?? []).map(({ fileName }) => fileName),
  };
}

function addressOf(sender: Sender | undefined): string | null {
  return sender?.email ?? sender?.phone ?? sender?.externalRef ?? null;
}
