import type { Paper } from '../model/paper.model';
import { field, WORDS } from '../model/paper-words.model';
import { paperProvision } from '../model/paper-provision.model';

/** A sales-allowance certificate under no regulation, unless told otherwise. */
export function aPaper(changes: Partial<Paper> = {}): Paper {
  const settlementId = '018f0000-0000-7000-8000-000000000001';
  return {
    id: '018f0000-0000-7000-8000-0000000000aa',
    kind: 'SALES_ALLOWANCE_CERTIFICATE',
    number: 'AC2026-000001',
    source: { kind: 'SETTLEMENT', id: settlementId },
    settlementId,
    content: {
      ...paperProvision('SALES_ALLOWANCE_CERTIFICATE', undefined),
      currency: 'CNY',
      fields: [field(WORDS.amount, { amountMinor: 123450n, currency: 'CNY' })],
      lines: [{ orderNumber: 'O-1', lineNumber: 1, description: 'ALLOWANCE', amountMinor: '123450' }],
      texts: [],
      localTime: '2026-11-02 16:00 Asia/Shanghai',
    },
    contentSha256: 'a'.repeat(64),
    drawnUpAt: new Date('2026-11-02T08:00:00.000Z'),
    drawnUpBy: 'system:finance',
    version: 1,
    ...changes,
  };
}
