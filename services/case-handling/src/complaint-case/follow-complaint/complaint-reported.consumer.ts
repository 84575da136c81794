import { complaintAcknowledged, complaintForwarded, complaintReassessed } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { isClassified } from '../model/classified.model';
import { present } from '../model/present-members.model';
import { followForwarding } from './follow-forwarding.handler';
import { followComplaint, type FollowComplaintDependencies } from './follow-complaint.handler';

/** What intake says of a complaint after its registration. */
export function onComplaintReported(dependencies: FollowComplaintDependencies): EventHandlers {
  return {
    ...onEvent(complaintReassessed, ({ data }, tx) =>
      followComplaint(dependencies, tx, data.complaintId, (_, plan) => ({
        type: 'CASE_REASSESSED',
        at: new Date(data.at),
        by: data.by,
        categoryId: data.categoryId,
        categoryCode: data.categoryCode,
        ...present({ product: data.product, region: data.region }),
        matter: data.matter,
        changed: data.changed,
        classified: isClassified(data.matter, plan),
      })),
    ),
    ...onEvent(complaintAcknowledged, ({ data }, tx) =>
      followComplaint(dependencies, tx, data.complaintId, () => ({
        type: 'CASE_ACKNOWLEDGED',
        at: new Date(data.acknowledgedAt),
        by: data.by,
      })),
    ),
    ...onEvent(complaintForwarded, ({ data }, tx) => followForwarding(dependencies, tx, data.complaintId, data.by)),
  };
}
