import type { Logger } from '@redress/observability';
import type { SystemSession } from '@redress/persistence';
import type { BrokerSession } from '../broker/broker';
import { STREAM_AGE_MS } from '../broker/stream';
import type { NumberedEvent } from './numbered-event';
import { firstSeqSince, numberedEventsAfter } from './numbered-events.query';
import type { Reconciliation, ToleratedSurvey } from './reconciliation.decide';
import { decideReconciliation, onlyGrew } from './reconciliation.decide';
import { scanShard, surveyShard } from './stream-survey';

const DAY_MS = 24 * 60 * 60 * 1000;
const READ_PAGE = 500;

/** What a reconciler works with. */
export interface ReconcilerParts {
  readonly system: SystemSession;
  readonly logger: Logger;
  readonly shard: number;
  readonly stream: string;
  readonly filter: string;
  /** Publishes events that were numbered before; throws unless all were acknowledged. */
  readonly republish: (session: BrokerSession, events: readonly NumberedEvent[]) => Promise<void>;
}

/** Compares the stream with the outbox and fills the gaps that it finds in the middle. */
export class Reconciler {
  private tolerated: ToleratedSurvey | undefined;

  constructor(private readonly parts: ReconcilerParts) {}

  /** Answers what the relay must do about the end of the stream; gaps before it have been filled by then. */
  async compare(
    session: BrokerSession,
    marks: { readonly published: number; readonly last: number },
  ): Promise<Exclude<Reconciliation, { kind: 'scan' }>> {
    const { system, logger, shard, stream, filter } = this.parts;
    const survey = await surveyShard(session, stream, filter);
    const wantedFirst = await firstSeqSince(system, shard, wantedSince(Date.now()));
    const decision = decideReconciliation(survey, { wantedFirst, ...marks });
    if (decision.kind !== 'scan') {
      this.tolerated = undefined;
      return decision;
    }
    if (onlyGrew(this.tolerated, survey, marks.published)) return { kind: 'complete' };
    const republished = await this.fill(session, wantedFirst ?? marks.published + 1, marks.published);
    if (republished > 0) logger.warn({ shard, republished }, 'published again what the stream lacked');
    const after = await surveyShard(session, stream, filter);
    this.tolerated = { ...after, published: marks.published };
    return { kind: 'complete' };
  }

  /** Republishes what the stream lacks from one number to another, both included. */
  private async fill(session: BrokerSession, from: number, to: number): Promise<number> {
    const { system, shard, stream, filter, republish } = this.parts;
    const present = new Uint8Array(Math.max(0, to - from + 1));
    await scanShard(session, stream, filter, (seq) => {
      if (seq >= from && seq <= to) present[seq - from] = 1;
    });
    let republished = 0;
    for (let next = present.indexOf(0); next !== -1; next = present.indexOf(0, next)) {
      const page = await numberedEventsAfter(system, shard, from + next - 1, READ_PAGE);
      const lacking = page.filter(({ seq }) => seq <= to && present[seq - from] === 0);
      if (lacking.length > 0) await republish(session, lacking);
      republished += lacking.length;
      const readTo = page.length < READ_PAGE ? to : (page.at(-1)?.seq ?? to);
      next = Math.min(readTo, to) - from + 1;
    }
    return republished;
  }
}

/** The stream drops by age in whole messages, the outbox knows days: a day of grace keeps the two from quarrelling. */
function wantedSince(nowMs: number): string {
  return new Date(nowMs - STREAM_AGE_MS + 2 * DAY_MS).toISOString().slice(0, 10);
}
