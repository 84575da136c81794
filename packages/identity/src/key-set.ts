import { createLocalJWKSet, errors } from 'jose';
import type { FlattenedJWSInput, JSONWebKeySet, JWSHeaderParameters } from 'jose';

type KeyLookup = ReturnType<typeof createLocalJWKSet>;
type Key = Awaited<ReturnType<KeyLookup>>;

/** Where the issuer's public keys come from, with the two functions a verifier needs. */
export interface KeySet {
  /** Finds the key a token names. Throws {@link KeysUnavailable} when no keys could ever be fetched. */
  find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<Key>;
  /** Called after a key has left the set, so that tokens verified with it are verified anew. */
  onWithdrawal(listener: () => void): void;
}

/** The issuer cannot be reached and nothing usable was fetched before; the caller answers "try again later". */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Timing of a remote key set. */
export interface RemoteKeySetOptions {
  readonly url: string;
  /** A set older than this is fetched again in the background while the old one goes on serving. 10 min unless told. */
  readonly refreshAfterMs?: number;
  /** How long the last good set serves while the issuer is away. 24 h unless told. */
  readonly tolerateOutageMs?: number;
  /** Least time between two fetches caused by unknown key ids, so that forged tokens cannot flood the issuer. */
  readonly cooldownMs?: number;
  readonly timeoutMs?: number;
  readonly now?: () => number;
  readonly fetch?: (url: string, init: { signal: AbortSignal; headers: Record<string, string> }) => Promise<Response>;
}

/** Keys that are known beforehand. */
export function inlineKeySet(jwks: JSONWebKeySet): KeySet {
  const lookup = createLocalJWKSet(jwks);
  return { find: (header, token) => lookup(header, token), onWithdrawal: () => undefined };
}

/**
 * Keys fetched from a JWKS URL: once at first use, again when they are old (in the background) and when a token names
 * an unknown key (rotation; at most once per cool-down). While the issuer is away, the last good set goes on serving.
 */
export function remoteKeySet(options: RemoteKeySetOptions): KeySet {
  const remote = new RemoteKeySet(options);
  return {
    find: (header, token) => remote.find(header, token),
    onWithdrawal: (listener) => remote.listeners.push(listener),
  };
}

class RemoteKeySet {
  readonly listeners: (() => void)[] = [];
  readonly #options: Required<RemoteKeySetOptions>;
  #lookup: KeyLookup | undefined;
  #keyIds: readonly string[] = [];
  #fetchedAtMs = Number.NEGATIVE_INFINITY;
  #attemptedAtMs = Number.NEGATIVE_INFINITY;
  #pending: Promise<void> | undefined;

  constructor(options: RemoteKeySetOptions) {
    this.#options = {
      refreshAfterMs: 600_000,
      tolerateOutageMs: 86_400_000,
      cooldownMs: 10_000,
      timeoutMs: 5_000,
      now: Date.now,
      fetch: (url, init) => fetch(url, init),
      ...options,
    };
  }

  async find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<Key> {
    const lookup = await this.#current();
    try {
      return await lookup(header, token);
    } catch (error) {
      const mayBeNew = error instanceof errors.JWKSNoMatchingKey && (this.#pending !== undefined || this.#mayFetch());
      if (!mayBeNew) throw error;
      await this.#refresh();
      return (this.#lookup ?? lookup)(header, token);
    }
  }

  async #current(): Promise<KeyLookup> {
    const ageMs = this.#options.now() - this.#fetchedAtMs;
    if (this.#lookup !== undefined && ageMs <= this.#options.tolerateOutageMs) {
      if (ageMs > this.#options.refreshAfterMs && this.#mayFetch()) void this.#refresh();
      return this.#lookup;
    }
    if (this.#pending !== undefined || this.#mayFetch()) await this.#refresh();
    const usable = this.#options.now() - this.#fetchedAtMs <= this.#options.tolerateOutageMs;
    if (this.#lookup === undefined || !usable) throw new KeysUnavailable('the issuer could not be reached');
    return this.#lookup;
  }

  #mayFetch(): boolean {
    // Without any keys the cool-down is short: the issuer may be starting beside this process.
    const waitMs = this.#lookup === undefined ? Math.min(this.#options.cooldownMs, 250) : this.#options.cooldownMs;
    return this.#options.now() - this.#attemptedAtMs >= waitMs;
  }

  #refresh(): Promise<void> {
    this.#pending ??= this.#fetch().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetch(): Promise<void> {
    const { url, timeoutMs, now } = this.#options;
    this.#attemptedAtMs = now();
    try {
      const response = await this.#options.fetch(url, {
        signal: AbortSignal.timeout(timeoutMs),
        headers: { accept: 'application/jwk-set+json, application/json' },
      });
      if (!response.ok) return;
      const jwks = (await response.json()) as JSONWebKeySet;
      this.#lookup = createLocalJWKSet(jwks);
      this.#fetchedAtMs = now();
      this.#replaceKeyIds(jwks.keys.map((key) => JSON.stringify([key.kid, key.x, key.y])));
    } catch {
      // The issuer is away or answers nonsense: what was fetched before goes on serving.
    }
  }

  #replaceKeyIds(keyIds: readonly string[]): void {
    const withdrawn = this.#keyIds.some((id) => !keyIds.includes(id));
    this.#keyIds = keyIds;
    if (withdrawn) this.listeners.forEach((listener) => listener());
  }
}
