import type { Logger } from '@redress/observability';
import type { SystemSession } from '@redress/persistence';
import type { Msg, NatsConnection } from 'nats';
import type { Broker } from '../broker/broker';
import type { EventsQuestion } from './events-since.protocol';
import { readQuestion } from './events-since.protocol';
import { aggregateEventsAfter, extentOfShard, numberedEventsAfter } from './numbered-events.query';
import { wireText } from './numbered-event';

const PAGE_EVENTS = 500;
const PAGE_BYTES = 512 * 1024;

/** Answers consumers that miss events, from the outbox. Any process of the service may answer. */
export class EventsSinceResponder {
  private answering: NatsConnection | undefined;

  constructor(
    private readonly system: SystemSession,
    private readonly broker: Broker,
    private readonly subject: string,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.broker.onConnected(({ connection }) => {
      // A subscription survives reconnection, but not a connection that was given up and made anew.
      if (this.answering === connection) return;
      this.answering = connection;
      connection.subscribe(this.subject, {
        queue: 'producer',
        callback: (_error, message) => void this.answer(message, connection.info?.max_payload ?? 2 * PAGE_BYTES),
      });
    });
  }

  private async answer(message: Msg, maxPayload: number): Promise<void> {
    try {
      const question = readQuestion(message.json());
      const bytes = Math.min(PAGE_BYTES, Math.floor(maxPayload / 2));
      message.respond(question === undefined ? '{"error":"not a question"}' : await this.page(question, bytes));
    } catch (error) {
      this.logger.warn({ error }, 'could not answer which events there are');
      message.respond('{"error":"unavailable"}');
    }
  }

  private async page(question: EventsQuestion, bytes: number): Promise<string> {
    if (question.kind === 'aggregate') {
      const rows = await aggregateEventsAfter(this.system, question, PAGE_EVENTS);
      const texts = fitting(
        rows.map(({ shard, seq, envelope }) => wireText(shard, seq, envelope)),
        bytes,
      );
      const more = texts.length < rows.length || rows.length === PAGE_EVENTS;
      return `{"more":${more},"events":[${texts.join(',')}]}`;
    }
    const { shard, afterSeq } = question;
    const limit = Math.min(question.limit, PAGE_EVENTS);
    // Read before the rows: every number up to it has been committed, so a row that is then not found does not exist.
    const { last } = await extentOfShard(this.system, shard);
    if (limit === 0) return `{"through":${afterSeq},"last":${last},"events":[]}`;
    const rows = await numberedEventsAfter(this.system, shard, afterSeq, limit);
    const texts = fitting(
      rows.map(({ seq, envelope }) => wireText(shard, seq, envelope)),
      bytes,
    );
    const ended = rows.length < limit && texts.length === rows.length;
    const through = ended ? Math.max(last, afterSeq) : (rows[texts.length - 1]?.seq ?? afterSeq);
    return `{"through":${through},"last":${last},"events":[${texts.join(',')}]}`;
  }
}

/** As many texts as fit, but at least one. */
function fitting(texts: readonly string[], bytes: number): readonly string[] {
  let size = 0;
  const end = texts.findIndex((text, index) => {
    size += Buffer.byteLength(text) + 1;
    return index > 0 && size > bytes;
  });
  return end === -1 ? texts : texts.slice(0, end);
}
