import type { Viewer } from '@redress/identity';
import type { SubgraphCaller } from '../subgraphs/subgraph-caller';

/** What is known of a client operation besides its text: who asks, and by which way. */
export interface AskContext {
  readonly viewer: Viewer | undefined;
  readonly caller: SubgraphCaller;
  /** Mutations are refused over `GET`: links and images must not be able to change anything. */
  readonly method: 'GET' | 'POST' | 'SOCKET';
}

/** One operation as a client sends it. */
export interface AskParams {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

/** The context of the runtime's hooks for one operation. */
export interface RuntimeContext {
  readonly ask: AskContext;
  /** What the operation was charged, once it was let in. */
  readonly charged: { cost?: number };
}
