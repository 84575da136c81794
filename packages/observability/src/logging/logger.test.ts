import { withTraceContext } from '../tracing/trace-context';
import { createLogger } from './logger';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

function capture() {
  const lines: string[] = [];
  const logger = createLogger({
    service: 'intake',
    level: 'debug',
    destination: { write: (line) => void lines.push(line) },
  });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('logger', () => {
  it('writes service, level, time and the trace id of the request', () => {
    const { logger, last } = capture();
    withTraceContext(`00-${TRACE}-b7ad6b7169203331-01`, () => logger.info({ count: 3 }, 'registered'));
    expect(last()).toMatchObject({ service: 'intake', level: 'info', message: 'registered', count: 3, traceId: TRACE });
  });

  it.each([
    [
      'a property of a nested object',
      { headers: { Authorization: 'Bearer abc' }, customer: { full_name: '张三', phone: '13800138000' } },
    ],
    ['a list', { items: [{ email: 'zhang@example.com' }, { text: '质量问题' }] }],
    ['a text', { reason: 'sent to zhang@example.com by 13800138000 with Bearer abc' }],
    [
      'the cause of an error',
      { error: new Error('outer', { cause: new Error("Duplicate entry '张三' for key 'x'") }) },
    ],
    [
      'what a driver hangs on an error',
      { error: Object.assign(new Error('failed'), { sql: "insert '张三'", parameters: ['张三'] }) },
    ],
  ])('keeps personal data and credentials out of %s', (_, fields) => {
    const { logger, lines } = capture();
    logger.info(fields, 'done');
    expect(lines.join('')).not.toMatch(/张三|zhang@|13800138000|Bearer abc|质量问题/);
  });

  it('masks a message, a bare error and the bindings of a child as well', () => {
    const { logger, lines } = capture();
    logger.info('mail to zhang@example.com');
    logger.error(new Error('no such user zhang@example.com'));
    logger.child({ token: 'abc-secret' }).info('hello');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(/zhang@|abc-secret/);
  });

  it('keeps ids, codes and stack frames, which are what one looks for', () => {
    const { logger, last } = capture();
    const id = '0198c3a1-7c3b-7000-8000-138001380001';
    logger.warn({ complaintId: id, error: Object.assign(new Error('gone'), { code: 'ER_LOCK_DEADLOCK' }) }, 'retried');
    expect(last()).toMatchObject({
      complaintId: id,
      error: { type: 'Error', message: 'gone', code: 'ER_LOCK_DEADLOCK' },
    });
    expect((last().error as { stack: string }).stack).toContain('logger.test');
  });

  it('survives cycles and big integers', () => {
    const { logger, last } = capture();
    const cycle: Record<string, unknown> = { amountMinor: 12n };
    cycle.self = cycle;
    logger.info(cycle, 'odd');
    expect(last()).toMatchObject({ amountMinor: '12' });
  });
});
