import type { Viewer } from './viewer';

interface Entry {
  readonly viewer: Viewer;
  readonly untilMs: number;
}

/** Limits of the cache of verified tokens. */
export interface TokenCacheLimits {
  /** Tokens kept; the least recently used leaves first. 10,000 unless told. */
  readonly maxEntries?: number;
  /** A token is verified anew after this long even when it has not expired, so that a withdrawn key takes effect. */
  readonly maxAgeMs?: number;
}

/** Remembers verified tokens until they expire, because a signature check costs far more than a look-up. */
export class VerifiedTokens {
  readonly #entries = new Map<string, Entry>();
  readonly #maxEntries: number;
  readonly #maxAgeMs: number;

  constructor({ maxEntries = 10_000, maxAgeMs = 300_000 }: TokenCacheLimits = {}) {
    this.#maxEntries = maxEntries;
    this.#maxAgeMs = maxAgeMs;
  }

  find(token: string, nowMs: number): Viewer | undefined {
    const entry = this.#entries.get(token);
    if (entry === undefined) return undefined;
    this.#entries.delete(token);
    if (entry.untilMs <= nowMs) return undefined;
    this.#entries.set(token, entry);
    return entry.viewer;
  }

  remember(token: string, viewer: Viewer, nowMs: number): void {
    if (this.#maxEntries <= 0) return;
    this.#entries.set(token, { viewer, untilMs: Math.min(viewer.expiresAt.getTime(), nowMs + this.#maxAgeMs) });
    if (this.#entries.size <= this.#maxEntries) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  forgetAll(): void {
    this.#entries.clear();
  }
}
