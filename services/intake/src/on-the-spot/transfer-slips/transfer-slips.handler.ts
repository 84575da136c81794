import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { inForceAt } from '../../regulation/model/adoption.model';
import { monthOf } from '../model/on-the-spot.model';
import type { OnTheSpotBook } from '../model/on-the-spot.repository';

export type TransferRefusal =
  'INTAKE_MONTH_MALFORMED' | 'INTAKE_MONTH_NOT_OVER' | 'INTAKE_SLIPS_TRANSFERRED' | 'INTAKE_SLIPS_NOT_BATCHED';

/** What passing slips on needs around it. */
export interface TransferPorts {
  readonly database: Database;
  readonly onTheSpot: OnTheSpotBook;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Months as they are written, `2026-11`. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Passes the slips of a month on together, once, with their number and sums; the answer is the month. */
export function transferSlips(
  month: string,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, onTheSpot, adoptions, clock, newId }: TransferPorts,
): Promise<CommandResult<string, TransferRefusal>> {
  const call = { tenantId, operation: 'transferSlips', subject, idempotencyKey, request: { month } };
  return executeCommand<string, TransferRefusal>(database, call, async (tx) => {
    const path = ['month'];
    if (!MONTH.test(month)) return refuse({ code: 'INTAKE_MONTH_MALFORMED', path });
    const now = clock.now();
    const adoption = inForceAt(await adoptions.read(tx, now), now);
    if (adoption?.regulation.onTheSpot?.batch === undefined) return refuse({ code: 'INTAKE_SLIPS_NOT_BATCHED' });
    if (month >= monthOf(now, adoption.settings.timeZone)) return refuse({ code: 'INTAKE_MONTH_NOT_OVER', path });
    const counted = await onTheSpot.countMonth(tx, month);
    const transfer = { id: newId(), month, ...counted, transferredAt: now, transferredBy: subject };
    const first = await onTheSpot.transfer(tx, transfer);
    return first ? accept(month) : refuse({ code: 'INTAKE_SLIPS_TRANSFERRED', path });
  });
}
