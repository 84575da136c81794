import { z } from 'zod';
import { defineEvent } from '../event-definition';
import {
  channel,
  id,
  instant,
  moneyData,
  orderLineReference,
  regulationReference,
  remedyKind,
  subject,
} from '../primitives';
import { matter } from './matter';

/** What is already known of a complaint that was handled elsewhere and is taken over with its dates. */
const history = z.object({
  firstReplyAt: instant().optional(),
  closedAt: instant().optional(),
  /** The outcome in the words of its source, for example `Closed with monetary relief`. */
  outcome: z.string().max(200).optional(),
  /** Whether the organisation answered in time, as its source says. */
  timely: z.boolean().optional(),
  /** Whether the complainant disputed the answer, as its source says. */
  disputed: z.boolean().optional(),
});

export const complaintRegistered = defineEvent({
  type: 'intake.complaint.registered',
  version: 1,
  producer: 'intake',
  aggregate: 'complaint',
  description: 'A complaint was received, numbered and acknowledged. Carries no personal data.',
  data: z.object({
    complaintId: id(),
    number: z.string().min(1).max(64),
    customerId: id(),
    channel: channel(),
    categoryId: id(),
    categoryCode: z.string().min(1).max(64),
    product: z.string().max(200).optional(),
    region: z.string().max(64).optional(),
    orderLine: orderLineReference.optional(),
    demand: z.object({ kind: remedyKind(), amount: moneyData.optional() }).optional(),
    /** The regulation in force at receipt; absent only for history that is older than the first adoption. */
    regulation: regulationReference.optional(),
    receivedAt: instant(),
    registeredAt: instant(),
    acknowledgedAt: instant(),
    registeredBy: subject(),
    external: z.object({ source: z.string().max(64), id: z.string().max(128) }).optional(),
    history: history.optional(),
    /** What conditions of the regulation may look at; a plain complaint of one consumer where absent. */
    matter: matter.optional(),
    /** Set for a complaint that was settled on the spot, before any case. */
    settledOnTheSpot: z.boolean().optional(),
  }),
});
