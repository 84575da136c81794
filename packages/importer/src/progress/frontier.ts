/**
 * Puts work that finishes in any order back into the order in which it was begun: `settle` runs for an item only once
 * all items before it have been settled.
 */
export class Frontier<Item> {
  private readonly finished = new Map<number, Item>();
  private next = 0;
  private settling: Promise<void> = Promise.resolve();

  constructor(private readonly settle: (item: Item) => Promise<void>) {}

  /** Resolves when everything that could be settled with this item is. */
  finish(position: number, item: Item): Promise<void> {
    this.finished.set(position, item);
    this.settling = this.settling.then(() => this.advance());
    return this.settling;
  }

  private async advance(): Promise<void> {
    for (let item = this.finished.get(this.next); item !== undefined; item = this.finished.get(this.next)) {
      this.finished.delete(this.next);
      this.next += 1;
      await this.settle(item);
    }
  }
}
