import type { ProcessName, TokenRequest } from '@redress/launcher';
import type { ControlledServer } from '../infrastructure/controlled-server';

/** What a request to the graph answers. */
export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** All processes of Redress as somebody meets them from outside; others may use them at the same time. */
export interface ReachedSystem {
  /** The gateway's GraphQL endpoint. */
  readonly url: string;
  readonly tokenFor: (person: TokenRequest) => Promise<string>;
  /** Sends one request to the public graph; without a token it is anonymous. */
  readonly request: (document: string, variables?: object, token?: string) => Promise<GraphAnswer>;
  /** What the process has written to its log. */
  readonly log: (name: ProcessName) => Promise<string>;
  /** The schema of a service, for an operator's command. */
  readonly databaseUrl: (name: ProcessName) => string;
  /** Says that the test is done with it. */
  readonly stop: () => Promise<void>;
}

/** A system of a test file's own, which it may hurt: nothing is shared with another file. */
export interface TestSystem extends ReachedSystem {
  readonly broker: ControlledServer;
  /** Ids of the processes as they are now; one that was killed is brought back with a new id. */
  readonly pids: () => Record<string, number>;
  /** Kills a process at once and resolves when its successor is ready. */
  readonly kill: (name: ProcessName) => Promise<void>;
}

/** What can be told what time it is. */
export interface Movable {
  /** Moves all processes to a moment; time goes on from there. */
  moveTo(moment: string | Date): Promise<void>;
  /** What the processes take for the present. */
  now(): Date;
}
