import { z } from 'zod';
import { id, moneyData, subject } from '../primitives';
import { by, caseEvent } from './case-event';

const code = z.string().min(1).max(64);

export const responsibilityDetermined = caseEvent(
  'responsibility.determined',
  'It was determined who is responsible; ids and codes, no names and no reasons.',
  {
    ...by,
    determinationId: id(),
    responsible: z.enum(['DEPARTMENT', 'PERSON', 'SUPPLIER', 'OTHER_COMPANY', 'NOBODY']),
    /** Code of a unit or party, where it is a department. */
    department: z.string().min(1).max(255).optional(),
    /** What it costs the department by the base of the organisation. */
    loss: moneyData.optional(),
  },
);

export const sanctionProposed = caseEvent('sanction.proposed', 'A sanction of the regulation was proposed.', {
  ...by,
  sanctionId: id(),
  sanction: code,
});

export const sanctionApproved = caseEvent('sanction.approved', 'A sanction was approved.', {
  ...by,
  sanctionId: id(),
  sanction: code,
  /** Whether the regulation has it published among the staff. */
  published: z.boolean(),
  /** On whom it falls: a department by its code, or a member of staff by the subject of their token. */
  department: z.string().min(1).max(255).optional(),
  person: subject().optional(),
});

export const sanctionRejected = caseEvent('sanction.rejected', 'A proposed sanction was not approved.', {
  ...by,
  sanctionId: id(),
  sanction: code,
});

export const supplierClaimOpened = caseEvent('supplier-claim.opened', 'A supplier or another company is held to pay.', {
  ...by,
  claimId: id(),
  amount: moneyData,
});

export const supplierClaimDecided = caseEvent('supplier-claim.decided', 'The claim on a third party went on.', {
  ...by,
  claimId: id(),
  state: z.enum(['AGREED', 'REJECTED', 'PAID']),
});
