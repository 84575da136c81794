import type { Metrics } from '@redress/observability';
import { Counter, Gauge, Histogram } from '@redress/observability';
import type { MessagingHealth } from './messaging-options';

/** What the relays count. */
export interface OutboxMeters {
  published(events: number): void;
  republished(events: number): void;
  relayFailed(): void;
}

/** What the inbox counts. */
export interface InboxMeters {
  /** An event took effect that long after it was made. */
  applied(producer: string, ageMs: number): void;
  skipped(producer: string): void;
  failed(producer: string): void;
  repaired(producer: string, events: number): void;
  unreadable(producer: string): void;
}

/** The figures of messaging for Prometheus. */
export class Meters implements OutboxMeters, InboxMeters {
  private readonly publishedEvents;
  private readonly republishedEvents;
  private readonly relayFailures;
  private readonly consumed;
  private readonly repairedEvents;
  private readonly latency;

  constructor(metrics: Metrics | undefined, health: () => MessagingHealth) {
    const registers = metrics === undefined ? [] : [metrics];
    this.publishedEvents = new Counter({
      name: 'messaging_published_total',
      help: 'Events that NATS acknowledged',
      registers,
    });
    this.republishedEvents = new Counter({
      name: 'messaging_republished_total',
      help: 'Events published again into gaps of the stream',
      registers,
    });
    this.relayFailures = new Counter({
      name: 'messaging_relay_failures_total',
      help: 'Turns of a relay that failed and are tried again',
      registers,
    });
    this.consumed = new Counter({
      name: 'messaging_consumed_total',
      help: 'Foreign events by what became of them',
      labelNames: ['producer', 'result'] as const,
      registers,
    });
    this.repairedEvents = new Counter({
      name: 'messaging_repaired_total',
      help: 'Events fetched from their producer because the stream did not bring them',
      labelNames: ['producer'] as const,
      registers,
    });
    this.latency = new Histogram({
      name: 'messaging_applied_seconds',
      help: 'From the making of an event to its effect here',
      labelNames: ['producer'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300],
      registers,
    });
    registerGauges(registers, health);
  }

  published(events: number): void {
    this.publishedEvents.inc(events);
  }

  republished(events: number): void {
    this.republishedEvents.inc(events);
  }

  relayFailed(): void {
    this.relayFailures.inc();
  }

  applied(producer: string, ageMs: number): void {
    this.consumed.inc({ producer, result: 'applied' });
    this.latency.observe({ producer }, Math.max(0, ageMs) / 1000);
  }

  skipped(producer: string): void {
    this.consumed.inc({ producer, result: 'skipped' });
  }

  failed(producer: string): void {
    this.consumed.inc({ producer, result: 'failed' });
  }

  repaired(producer: string, events: number): void {
    this.repairedEvents.inc({ producer }, events);
  }

  unreadable(producer: string): void {
    this.consumed.inc({ producer, result: 'unreadable' });
  }
}

/** Gauges read the state when they are scraped, so nobody has to keep them up to date. */
function registerGauges(registers: Metrics[], health: () => MessagingHealth): void {
  const gauge = (name: string, help: string, value: (state: MessagingHealth) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value(health()));
      },
    });
  gauge('messaging_connected', '1 while NATS answers', (state) => (state.connected ? 1 : 0));
  gauge('messaging_pending', 'Events that NATS has not acknowledged yet', (state) => state.pending);
  gauge('messaging_lag_seconds', 'Age of the oldest such event', (state) => state.lagMs / 1000);
  gauge('messaging_held', 'Foreign events that wait', (state) => state.held);
  gauge('messaging_parked', 'Foreign events that were given up', (state) => state.parked);
}
