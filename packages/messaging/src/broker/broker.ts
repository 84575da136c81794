import { Pause } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { ConnectionOptions, JetStreamClient, JetStreamManager, NatsConnection } from 'nats';
import { connect, Events } from 'nats';
import { connectionOptions } from './connection-options';
import { scattered, unhurried } from '../pause';

/** A connection that works, as far as is known. */
export interface BrokerSession {
  readonly connection: NatsConnection;
  readonly jetstream: JetStreamClient;
  readonly manager: JetStreamManager;
}

const RETRY_MS = 250;
const API_TIMEOUT_MS = 5_000;

/**
 * The connection to NATS, kept for ever: the first one is waited for and a lost one is made again, so that nobody who
 * uses it needs to know whether NATS is there. Never throws because NATS is down.
 */
export class Broker {
  lastError: string | undefined;
  private current: BrokerSession | undefined;
  private up = false;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private readonly address: ConnectionOptions;
  private readonly pause = new Pause();
  private readonly listeners = new Set<(session: BrokerSession) => void>();

  constructor(
    url: string,
    private readonly name: string,
    private readonly logger: Logger,
  ) {
    this.address = connectionOptions(url);
  }

  start(): void {
    this.running = this.run();
  }

  /** The session, or undefined while NATS is out of reach. */
  session(): BrokerSession | undefined {
    return this.up ? this.current : undefined;
  }

  /** Calls the listener after every connection and reconnection; what NATS holds may then be older, or nothing. */
  onConnected(listener: (session: BrokerSession) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.pause.end();
    const connection = this.current?.connection;
    if (connection !== undefined) {
      if (this.up) await Promise.race([connection.flush().catch(() => undefined), unhurried(1_000)]);
      await connection.close();
    }
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const connection = await this.connectOnce();
      if (connection === undefined) {
        await this.pause.wait(scattered(RETRY_MS));
        continue;
      }
      void this.follow(connection);
      const error = await connection.closed();
      this.up = false;
      if (error instanceof Error) this.trouble(error);
    }
  }

  private async connectOnce(): Promise<NatsConnection | undefined> {
    try {
      const connection = await connect({
        ...this.address,
        name: this.name,
        timeout: API_TIMEOUT_MS,
        maxReconnectAttempts: -1,
        reconnectTimeWait: RETRY_MS,
        reconnectJitter: RETRY_MS,
        pingInterval: 5_000,
        maxPingOut: 2,
        ignoreAuthErrorAbort: true,
      });
      if (this.stopping) {
        await connection.close();
        return undefined;
      }
      const jetstream = connection.jetstream({ timeout: API_TIMEOUT_MS });
      const manager = await connection.jetstreamManager({ timeout: API_TIMEOUT_MS, checkAPI: false });
      this.current = { connection, jetstream, manager };
      this.announce('connected to NATS');
      return connection;
    } catch (error) {
      this.trouble(error);
      return undefined;
    }
  }

  private async follow(connection: NatsConnection): Promise<void> {
    for await (const { type } of connection.status()) {
      if (type === Events.Disconnect) {
        this.up = false;
        this.trouble(new Error('the connection was lost'));
      } else if (type === Events.Reconnect) {
        this.announce('connected to NATS again');
      }
    }
  }

  private announce(message: string): void {
    if (this.current === undefined) return;
    this.up = true;
    this.lastError = undefined;
    this.logger.info(message);
    for (const listener of this.listeners) listener(this.current);
  }

  private trouble(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    if (text !== this.lastError && !this.stopping) this.logger.warn({ reason: text }, 'NATS is out of reach');
    this.lastError = text;
  }
}
