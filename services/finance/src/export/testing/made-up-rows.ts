import type { RowSource } from '../model/row-source.client';
import type { ExportRow } from '../model/row.model';

const COLUMNS = [
  { key: 'number', label: { en: 'Number', 'zh-CN': '编号' }, kind: 'text' },
  { key: 'text', label: { en: 'Text', 'zh-CN': '文本' }, kind: 'text' },
  { key: 'amount', label: { en: 'Amount', 'zh-CN': '金额' }, kind: 'amount' },
  { key: 'count', label: { en: 'Count', 'zh-CN': '数量' }, kind: 'count' },
] as const;

/** Texts that are hard to write: of spreadsheets' formulas, of quotes, of markup, of other scripts. */
export const HARD_TEXTS = ['=1+1', '@sum', ' +1', 'a,"b"\r\nc', '<&>', '退货 🫖', '-', ''];

/** So many rows, the same ones each time they are read. `beforePage` is called first and may throw. */
export function madeUpRows(count: number, beforePage: () => Promise<void> = () => Promise.resolve()): RowSource {
  return {
    name: 'made-up',
    columns: () => COLUMNS,
    async page(_reader, _request, after, limit) {
      await beforePage();
      const first = Number(after?.[0] ?? 0) + 1;
      const length = Math.max(0, Math.min(limit, count - first + 1));
      return Array.from({ length }, (_, index) => madeUpRow(first + index));
    },
    count: () => Promise.resolve(count),
  };
}

function madeUpRow(serial: number): ExportRow {
  const currency = serial % 3 === 0 ? 'JPY' : 'CNY';
  const text = HARD_TEXTS[serial % HARD_TEXTS.length] ?? '';
  return {
    cells: [`R-${serial}`, text, (serial * 1.25).toFixed(2), String(serial)],
    counted: [{ measure: 'AMOUNT', currency, amountMinor: BigInt(serial) * 125n }],
    position: [serial],
  };
}
