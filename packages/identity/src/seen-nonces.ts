const BUCKET_MS = 5_000;

/**
 * Nonces of accepted requests, kept by the second they were signed in for as long as such a request would still be
 * accepted. Only requests with a valid signature get here, so a stranger cannot fill it.
 */
export class SeenNonces {
  readonly #buckets = new Map<number, Set<string>>();

  constructor(private readonly toleranceMs: number) {}

  /** Records the nonce; `false` when it was used before. */
  record(nonce: string, signedAtMs: number, nowMs: number): boolean {
    const number = Math.floor(signedAtMs / BUCKET_MS);
    let bucket = this.#buckets.get(number);
    if (bucket === undefined) {
      this.#forgetBefore(nowMs - this.toleranceMs);
      bucket = new Set();
      this.#buckets.set(number, bucket);
    }
    if (bucket.has(nonce)) return false;
    bucket.add(nonce);
    return true;
  }

  get size(): number {
    return [...this.#buckets.values()].reduce((sum, bucket) => sum + bucket.size, 0);
  }

  #forgetBefore(oldestMs: number): void {
    for (const number of this.#buckets.keys()) {
      if ((number + 1) * BUCKET_MS < oldestMs) this.#buckets.delete(number);
    }
  }
}
