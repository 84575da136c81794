/** One program whose exit code says whether the tree is in order. */
export interface Check {
  readonly name: string;
  /** `node` or a program of node_modules/.bin, with its arguments. */
  readonly command: readonly [string, ...string[]];
}

/** How a check ended. */
export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly tookMs: number;
}
