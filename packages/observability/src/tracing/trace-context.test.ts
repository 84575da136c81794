import { setTimeout as sleep } from 'node:timers/promises';
import { withSpan } from './span';
import { currentTraceId, currentTraceparent, withTraceContext } from './trace-context';
import { isTraceparent } from './traceparent';

const SENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('trace context', () => {
  it('is nowhere outside a request', () => {
    expect(currentTraceparent()).toBeUndefined();
    expect(currentTraceId()).toBeUndefined();
  });

  it('follows a request through promises and timers, and keeps two requests apart', async () => {
    const seen = await Promise.all(
      [SENT, undefined].map((header) =>
        withTraceContext(header, async () => {
          await sleep(1);
          return currentTraceparent();
        }),
      ),
    );
    expect(seen[0]).toBe(SENT);
    expect(isTraceparent(seen[1] ?? '')).toBe(true);
    expect(seen[1]).not.toContain('0af7651916cd43dd8448eb211c80319c');
  });

  it.each([
    '',
    'x',
    SENT.slice(0, -1),
    SENT.replace('0af7651916cd43dd8448eb211c80319c', '0'.repeat(32)),
    SENT.replace('00-', 'ff-'),
  ])('starts a new trace for the malformed header %p', (header) => {
    expect(isTraceparent(header)).toBe(false);
    expect(withTraceContext(header, currentTraceId)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('reads a header of a later version with more fields', () => {
    expect(withTraceContext(`01${SENT.slice(2)}-more`, currentTraceparent)).toBe(SENT);
  });
});

describe('span without an exporter', () => {
  it('continues the trace of the sender', async () => {
    expect(await withSpan('receive', { traceparent: SENT }, currentTraceparent)).toBe(SENT);
  });

  it('stays in the current trace when no sender is named', async () => {
    expect(await withTraceContext(SENT, () => withSpan('inner', {}, currentTraceparent))).toBe(SENT);
  });
});
