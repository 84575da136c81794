/** Waiting that can be cut short: by a signal for one wait, or for good when its owner stops. */
export class Pause {
  private signalled = false;
  private ended = false;
  private finish: (() => void) | undefined;

  /** Resolves after the time, at once when a signal came since the last wait, and at once for ever after `end`. */
  async wait(ms: number): Promise<void> {
    if (!this.signalled && !this.ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.finish = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.finish = undefined;
    }
    this.signalled = false;
  }

  /** Ends the current wait, or lets the next one pass. */
  signal(): void {
    this.signalled = true;
    this.finish?.();
  }

  end(): void {
    this.ended = true;
    this.finish?.();
  }
}
