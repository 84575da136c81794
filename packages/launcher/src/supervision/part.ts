import type { ProcessExit } from '../infrastructure/private-process';

/**
 * One process of the system. `launch` resolves once it is ready for work and rejects when it cannot become so,
 * or soon after `signal` is aborted.
 */
export interface Part {
  readonly name: string;
  launch(signal: AbortSignal): Promise<RunningPart>;
}

/** A part that was ready. */
export interface RunningPart {
  readonly pid: number;
  readonly exited: Promise<ProcessExit>;
  stop(): Promise<unknown>;
}
