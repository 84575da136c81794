import type { BrokerSession } from '../broker/broker';
import type {
  AggregateAnswer,
  AggregateQuestion,
  EventsQuestion,
  FailedAnswer,
  ShardAnswer,
  ShardQuestion,
} from '../outbox/events-since.protocol';

const ANSWER_WITHIN_MS = 5_000;

/** Asks a producer which events it has. Throws when it does not answer; the caller tries again later. */
export class ProducerQuestions {
  constructor(private readonly subject: string) {}

  ofShard(session: BrokerSession, question: Omit<ShardQuestion, 'kind'>): Promise<ShardAnswer> {
    return this.ask(session, { kind: 'shard', ...question });
  }

  ofAggregate(session: BrokerSession, question: Omit<AggregateQuestion, 'kind'>): Promise<AggregateAnswer> {
    return this.ask(session, { kind: 'aggregate', ...question });
  }

  private async ask<Answer extends object>({ connection }: BrokerSession, question: EventsQuestion): Promise<Answer> {
    const message = await connection.request(this.subject, JSON.stringify(question), { timeout: ANSWER_WITHIN_MS });
    const answer = message.json<Answer | FailedAnswer>();
    if ('error' in answer) throw new Error(`the producer says: ${answer.error}`);
    return answer;
  }
}
