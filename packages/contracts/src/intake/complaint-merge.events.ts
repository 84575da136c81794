import { z } from 'zod';
import { defineEvent } from '../event-definition';
import { id, instant, subject } from '../primitives';

const link = z.object({
  /** The complaint that is a duplicate. */
  complaintId: id(),
  /** The complaint under which the harm is settled. */
  mergedInto: id(),
  at: instant(),
  by: subject(),
});

export const complaintMerged = defineEvent({
  type: 'intake.complaint.merged',
  version: 1,
  producer: 'intake',
  aggregate: 'complaint',
  description:
    'A complaint was linked to another that is about the same harm; nothing of it is lost, and the link can be undone.',
  data: link,
});

export const complaintUnmerged = defineEvent({
  type: 'intake.complaint.unmerged',
  version: 1,
  producer: 'intake',
  aggregate: 'complaint',
  description: 'The link of a complaint to another was undone.',
  data: link,
});
