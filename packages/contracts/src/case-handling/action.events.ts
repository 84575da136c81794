import { z } from 'zod';
import { id, instant } from '../primitives';
import { by, caseEvent } from './case-event';

const actionId = id();
const kind = z.enum(['CORRECTIVE', 'PREVENTIVE', 'IMPROVEMENT', 'CONTAINMENT']);

export const actionPlanned = caseEvent('action.planned', 'An action against a fault or its recurrence was planned.', {
  ...by,
  actionId,
  kind,
  permanent: z.boolean(),
  dueAt: instant(),
});

export const actionCompleted = caseEvent('action.completed', 'An action was carried out.', {
  ...by,
  actionId,
  inTime: z.boolean(),
});

export const actionEffectChecked = caseEvent(
  'action.effect-checked',
  'It was checked whether actions have an effect.',
  {
    ...by,
    effective: z.boolean(),
    actionIds: z.array(id()),
    /** Stages that have to be done anew; none where the actions have an effect. */
    reopened: z.array(z.string().max(64)),
  },
);

export const actionsExempted = caseEvent(
  'action.exempted',
  'No improvement is tracked, for the reason that the regulation names.',
  by,
);

export const eightDSubmitted = caseEvent('eight-d.submitted', 'A version of the 8D report waits for its signature.', {
  ...by,
  reportId: id(),
  reportVersion: z.int().min(1),
});

export const eightDSigned = caseEvent('eight-d.signed', 'A version of the 8D report was signed and is valid.', {
  ...by,
  reportId: id(),
  reportVersion: z.int().min(1),
});
