/** What the change feed had when an organisation was looked at. */
export interface SeenChanges {
  readonly position: bigint;
  /** The local day of the first look at which it had no more than that. */
  readonly changedOn: string;
}
