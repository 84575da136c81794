/**
 * A question under way. The consumer goes on with its work meanwhile: a producer that is slow to answer must not hold up
 * what the stream brings.
 */
export class Inquiry<Answer> {
  private underWay = false;
  private answer: Answer | undefined;
  private failure: Error | undefined;

  constructor(private readonly onSettled: () => void) {}

  busy(): boolean {
    return this.underWay || this.answer !== undefined || this.failure !== undefined;
  }

  /** Asks; the answer is picked up with {@link take}. */
  start(ask: Promise<Answer>): void {
    this.underWay = true;
    ask
      .then(
        (answer) => {
          this.answer = answer;
        },
        (error: unknown) => {
          this.failure = error instanceof Error ? error : new Error(String(error));
        },
      )
      .finally(() => {
        this.underWay = false;
        this.onSettled();
      });
  }

  /** The answer, once; undefined while there is none. Throws when asking failed. */
  take(): Answer | undefined {
    const { answer, failure } = this;
    this.answer = undefined;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
    return answer;
  }
}
