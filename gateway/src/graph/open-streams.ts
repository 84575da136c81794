import type { ExecutionResult } from 'graphql';
import type { Viewer } from '@redress/identity';
import { publicError } from '../errors/public-error';
import { limitExceeded } from '../limits/limit-exceeded';
import { DONE, resultStream, streamOf, type ResultStream } from '../streams/result-stream';

const MOST_FOR_ONE_TOKEN = 50;

/** The streams that are open, so that one caller cannot hold them all, and none outlives the token it was opened with. */
export class OpenStreams {
  private readonly byToken = new Map<string, number>();

  get count(): number {
    return [...this.byToken.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Passes the results on until the source ends, the client leaves or the token expires. */
  follow(source: AsyncIterable<ExecutionResult>, viewer: Viewer | undefined): ResultStream<ExecutionResult> {
    const token = viewer?.tokenId ?? '';
    const open = this.byToken.get(token) ?? 0;
    const iterator = source[Symbol.asyncIterator]();
    const leave = () => void iterator.return?.().catch(() => undefined);
    if (open >= MOST_FOR_ONE_TOKEN) {
      leave();
      return streamOf({ errors: [limitExceeded('open subscriptions', MOST_FOR_ONE_TOKEN, open + 1)] });
    }
    this.byToken.set(token, open + 1);
    const expiry = expiryOf(viewer);
    let over = false;
    return resultStream(
      async () => {
        if (over) return DONE;
        const next = await Promise.race([iterator.next(), expiry.expired]);
        if (next !== 'expired') return next;
        over = true;
        return { done: false, value: { errors: [tokenExpired()] } };
      },
      () => {
        expiry.cancel();
        this.release(token);
        leave();
      },
    );
  }

  private release(token: string): void {
    const open = (this.byToken.get(token) ?? 1) - 1;
    if (open === 0) this.byToken.delete(token);
    else this.byToken.set(token, open);
  }
}

function tokenExpired() {
  return publicError('UNAUTHENTICATED', 'The access token has expired.', { status: 401 });
}

/** Node runs a timer of more than this at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

function expiryOf(viewer: Viewer | undefined): { expired: Promise<'expired'>; cancel: () => void } {
  if (viewer === undefined) return { expired: new Promise(() => undefined), cancel: () => undefined };
  let timer: NodeJS.Timeout | undefined;
  const remainingMs = Math.max(0, viewer.expiresAt.getTime() - Date.now());
  const expired = new Promise<'expired'>((resolve) => {
    timer = setTimeout(() => resolve('expired'), Math.min(remainingMs, LONGEST_TIMER_MS));
  });
  return { expired, cancel: () => clearTimeout(timer) };
}
