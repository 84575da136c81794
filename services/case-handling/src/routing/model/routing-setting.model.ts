/** How an organisation gives cases to people. */
export interface RoutingSetting {
  /** Whether an accepted case is given to the most fitting person by itself. */
  readonly autoAssign: boolean;
  /** 0 before anything was said. */
  readonly version: number;
}
