import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { MasterKeys } from '../../personal-data/master-keys';
import { ComplaintConfirmationObject, PhoneCallObject } from './conversations.gql';
import { callsOf, confirmationsOf } from './conversations.query';

/** Reads calls about complaints, and what complainants confirmed. */
@Resolver(() => Complaint)
export class ConversationsResolver {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
  ) {}

  @FieldResolver(() => [PhoneCallObject], { description: 'Calls about it, the earliest first; nothing to customers.' })
  async calls(@Root() { uuid }: Complaint, @Ctx() context: GraphContext): Promise<readonly PhoneCallObject[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const calls = await context
      .loader('phoneCalls', (ids: readonly string[]) => callsOf(this.database.reader(viewer.tenantId), ids))
      .load(uuid);
    return calls ?? [];
  }

  @FieldResolver(() => [ComplaintConfirmationObject], {
    description: 'What its complainant said to what was understood of it, the earliest first; nothing to customers.',
  })
  async confirmations(
    @Root() { uuid }: Complaint,
    @Ctx() context: GraphContext,
  ): Promise<readonly ComplaintConfirmationObject[]> {
    const { viewer } = context;
    if (!isStaff(viewer)) return [];
    const confirmations = await context
      .loader('complaintConfirmations', (ids: readonly string[]) =>
        confirmationsOf(this.database.reader(viewer.tenantId), this.masters, ids),
      )
      .load(uuid);
    return confirmations ?? [];
  }
}
