import type { Sheet } from '../sheet.model';

/** A sheet with a little of everything, in two copies. */
export function aSheet(changes: Partial<Sheet> = {}): Sheet {
  return {
    language: 'zh-CN',
    title: '销货折让证明单',
    number: 'AC2026-000001',
    drawnUpAt: new Date('2026-11-02T08:00:00.000Z'),
    parts: [
      { kind: 'fields', fields: [{ label: '客户', value: '顧客 C-1 (臺灣)' }] },
      {
        kind: 'table',
        title: '明细',
        columns: [
          { label: '订单', share: 2 },
          { label: '金额', share: 1, align: 'right' },
        ],
        rows: [['O-1 / 1', '1,234.50 CNY']],
      },
      { kind: 'text', title: '说明', text: '折让、赔款' },
    ],
    signatures: [
      { label: '(副)经理', lines: [] },
      { label: '(副)总经理', lines: ['manager-1', '2026-11-02 16:00'] },
      { label: '客户签章', lines: [] },
    ],
    copies: [
      { mark: '第一联 业务部', foot: 'AC2026-000001 · 第 1 联,共 2 联 · 业务部' },
      { mark: '第二联 财务部', foot: 'AC2026-000001 · 第 2 联,共 2 联 · 财务部' },
    ],
    pageOf: (page, pages) => `第 ${page} 页,共 ${pages} 页`,
    ...changes,
  };
}
