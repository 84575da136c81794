/** A server that a fault test may hurt. Every method resolves when its effect has happened. */
export interface ControlledServer {
  /** Stays the same over kill and start. */
  readonly url: string;
  /** What it keeps on disk; a test may wipe or roll it back while the server is down. */
  readonly directory: string;
  /** Ends it at once, as a power failure would for the process. */
  kill(): Promise<void>;
  /** Starts it again on the same port with what its directory holds. */
  start(): Promise<void>;
  /** Freezes it: connections stay open and nothing answers. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it for good and removes its directory. */
  stop(): Promise<void>;
}
