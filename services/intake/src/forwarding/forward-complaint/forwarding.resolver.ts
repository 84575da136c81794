import { fromGlobalId, requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answerChange } from '../../complaint/change-complaint/change-answer';
import { Complaint } from '../../complaint/view-complaints/complaint.gql';
import { isStaff } from '../../customer/model/visibility.rules';
import { given, said } from '../../public-graph/mutation-input.gql';
import { confirmForwarding } from '../confirm-forwarding/confirm-forwarding.handler';
import type { Forwarding } from '../model/forwarding.model';
import { ComplaintForwarding } from '../view-forwardings/forwarding.gql';
import {
  ConfirmForwardingInput,
  ConfirmForwardingPayload,
  ForwardComplaintInput,
  ForwardComplaintPayload,
} from './forward-complaint.gql';
import { forwardComplaint, type ForwardingPorts, type SeenComplaint } from './forward-complaint.handler';

/** Forwards complaints that are out of scope, and shows where they went. */
@Resolver(() => Complaint)
export class ForwardingResolver {
  constructor(private readonly ports: ForwardingPorts) {}

  @Mutation(() => ForwardComplaintPayload, {
    description: 'Forwards a complaint that is out of scope to whom it concerns; its case ends. For front-line staff.',
  })
  forwardComplaint(
    @Arg('input', () => ForwardComplaintInput, { description: 'Which, and where.' }) input: ForwardComplaintInput,
    @Ctx() context: GraphContext,
  ): Promise<ForwardComplaintPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    const { unitId, organisation, means, reason } = input;
    const forward = { means, reason, ...given({ unitId: said(unitId), organisation: said(organisation) }) };
    return answerChange(this.ports.database, input, context, () =>
      forwardComplaint(seenOf(input), forward, viewer, this.ports),
    );
  }

  @Mutation(() => ConfirmForwardingPayload, {
    description: 'Records that whoever a complaint was forwarded to confirmed to have it. For front-line staff.',
  })
  confirmForwarding(
    @Arg('input', () => ConfirmForwardingInput, { description: 'Which.' }) input: ConfirmForwardingInput,
    @Ctx() context: GraphContext,
  ): Promise<ConfirmForwardingPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor');
    return answerChange(this.ports.database, input, context, () =>
      confirmForwarding(seenOf(input), input.receipt ?? undefined, viewer, this.ports),
    );
  }

  @FieldResolver(() => ComplaintForwarding, {
    nullable: true,
    description: 'Where it was forwarded to, as it is out of scope; null where it was not.',
  })
  async forwarding(@Root() { uuid }: Complaint, @Ctx() context: GraphContext): Promise<ComplaintForwarding | null> {
    const { viewer } = context;
    const found = await context
      .loader('forwarding', async (ids: readonly string[]) => {
        const all = await this.ports.forwardings.ofComplaints(this.ports.database.reader(viewer.tenantId), ids);
        return ids.map((id) => all.find(({ complaintId }) => complaintId === id) ?? null);
      })
      .load(uuid);
    return found === null ? null : shown(found, isStaff(viewer));
  }
}

function seenOf({ idempotencyKey, expectedVersion, complaintId }: SeenComplaint): SeenComplaint {
  return { idempotencyKey, expectedVersion, complaintId: fromGlobalId('Complaint', complaintId) ?? '' };
}

function shown({ forwardedBy, ...forwarding }: Forwarding, toStaff: boolean): ComplaintForwarding {
  return {
    ...forwarding,
    unitId: forwarding.unitId ?? null,
    organisation: forwarding.organisation ?? null,
    confirmedAt: forwarding.confirmedAt ?? null,
    receipt: forwarding.receipt ?? null,
    forwardedBy: toStaff ? forwardedBy : null,
  };
}
