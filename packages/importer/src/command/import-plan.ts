import { readMapping, readPurchaseMapping } from '../mapping/mapping-file';
import { columnsOf } from '../mapping/mapping.model';
import type { ReadLine } from '../reading/read-lines';
import { complaintUnits, orderUnits, type Unit } from '../reading/units';
import { COMPLAINT_TARGET, PURCHASE_TARGET, type ImportTarget } from '../sending/import-target';
import type { ImportArguments } from './arguments';
import { refusedChargeOrField, refusedColumn } from './refused-column';

/** What an import does with a file of its kind. */
export interface ImportPlan {
  /** With the file's digest it makes two imports the same one. */
  readonly mapping: unknown;
  readonly delimiter: string;
  /** Columns without which the file is another. */
  readonly columns: readonly string[];
  readonly target: ImportTarget;
  /** What the summary calls what was entered. */
  readonly noun: string;
  unitsOf(lines: AsyncIterable<ReadLine>): AsyncIterable<Unit>;
  /** Line and column that a refusal with this path is about. */
  placeOf(lines: readonly number[], path: readonly string[] | null): { readonly line: number; readonly column: string };
}

/** Reads the mapping and says what follows from it. */
export async function planOf({ kind, mapping: name }: Pick<ImportArguments, 'kind' | 'mapping'>): Promise<ImportPlan> {
  return kind === 'purchases' ? purchasePlan(name) : complaintPlan(name);
}

async function complaintPlan(name: string): Promise<ImportPlan> {
  const mapping = await readMapping(name);
  return {
    mapping,
    delimiter: mapping.delimiter,
    columns: columnsOf(mapping.row),
    target: COMPLAINT_TARGET(mapping.source),
    noun: 'rows',
    unitsOf: (lines) => complaintUnits(lines, mapping),
    placeOf: ([line = 0], path) => ({ line, column: refusedColumn(mapping.row, (path ?? []).slice(3)) }),
  };
}

async function purchasePlan(name: string): Promise<ImportPlan> {
  const mapping = await readPurchaseMapping(name);
  return {
    mapping,
    delimiter: mapping.delimiter,
    columns: columnsOf(mapping.skip, mapping.order, mapping.line, mapping.payment),
    target: PURCHASE_TARGET,
    noun: 'orders',
    unitsOf: (lines) => orderUnits(lines, mapping),
    placeOf: (lines, path) => {
      // input, purchases, 3, and then: lines, 2, paid; or a member of the order.
      const [member = '', index = '0', ...fields] = (path ?? []).slice(3);
      if (member !== 'lines') {
        return { line: lines[0] ?? 0, column: refusedChargeOrField(mapping.order, (path ?? []).slice(3)) };
      }
      return { line: lines[Number(index)] ?? lines[0] ?? 0, column: refusedChargeOrField(mapping.line, fields) };
    },
  };
}
