import { formatAmount } from '@redress/kernel';
import type { Cell } from '../model/row.model';

/** An amount as people write it: a decimal with the digits of its currency. */
export function amountCell(amountMinor: string | bigint, currency: string): Cell {
  return formatAmount({ amountMinor: BigInt(amountMinor), currency });
}

export function momentCell(at: Date | null): Cell {
  return at === null ? null : at.toISOString();
}

export function countCell(count: number | string | null): Cell {
  return count === null ? null : String(count);
}

/** A quantity without the noughts that the database adds. */
export function quantityCell(quantity: string | null): Cell {
  return quantity === null ? null : quantity.replace(/\.?0+$/, '');
}
