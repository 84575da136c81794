/** Bounds of one client operation, checked before it is planned. */
export interface Limits {
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields after fragments were put in place: nested fragments can double them at each level. */
  readonly selections: number;
  readonly cost: number;
  readonly pageSize: number;
}

/** What the public graph allows; ample for every screen, too little to do harm. */
export const PUBLIC_LIMITS: Limits = {
  tokens: 1_500,
  depth: 10,
  aliases: 20,
  directives: 20,
  selections: 2_000,
  cost: 5_000,
  pageSize: 100,
};
