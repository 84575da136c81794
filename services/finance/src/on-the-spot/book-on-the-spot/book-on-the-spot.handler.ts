import { newId, type Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { StaffStandings } from '../../case-file/model/staff-standings.repository';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import { goodwillBudgetsOfUnit, type GoodwillSources } from '../../goodwill/model/goodwill-budgets.policy';
import type { LedgerRepository } from '../../ledger/model/ledger.repository';
import { drawingOf } from '../../settlement/draw-up-settlement/draw-part.decide';
import { changedAmong, lockCeilings } from '../../settlement/draw-up-settlement/draw-up-settlement.handler';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { OnTheSpotRepository } from '../model/on-the-spot.repository';
import { bookOnTheSpot as decide, onTheSpotEntry, type HandedOver } from './book-on-the-spot.decide';

export interface OnTheSpotDependencies extends Pick<GoodwillSources, 'budgets'> {
  readonly onTheSpot: OnTheSpotRepository;
  readonly ceilings: CeilingRepository;
  readonly ledger: LedgerRepository;
  readonly calendar: TenantCalendar;
  readonly standings: Pick<StaffStandings, 'actingAs'>;
  readonly clock: Clock;
}

const LONGEST_OUTLET = 64;

/** Draws what was handed over on its ceilings as far as they go, and books all of it. */
export async function bookOnTheSpot(
  tx: TenantTransaction,
  told: Omit<HandedOver, 'outlet'>,
  { onTheSpot, ceilings, budgets, ledger, calendar, standings, clock }: OnTheSpotDependencies,
): Promise<void> {
  const own = (await standings.actingAs(tx, told.paidBy, told.paidAt)).find(({ subject }) => subject === told.paidBy);
  const outlet = (own?.unitId ?? told.paidBy).slice(0, LONGEST_OUTLET);
  const { instrument, amount, orderLine } = told;
  const { month } = await calendar.monthOf(tx, told.paidAt);
  const of = { unit: own?.unitId, currency: amount.currency, month };
  const drawnOn = await goodwillBudgetsOfUnit(tx, of, { budgets });
  const part = { instrument, amount, ...(orderLine && { subject: orderLine }) };
  const drawing = drawingOf(part, drawnOn);
  const locked = await lockCeilings(tx, [part], drawnOn, ceilings);
  const [refusal = { code: 'FINANCE_NO_DISPUTED_LINE' as const }] = drawing.ok ? [] : drawing.refusals;
  const booked = decide({ ...told, outlet }, drawing.ok ? drawing.value : refusal, locked);
  const changed = changedAmong(booked.ceilings, locked);
  if (changed.length > 0) await ceilings.saveMany(tx, changed);
  await onTheSpot.add(tx, booked.payment);
  const department = own?.unitId === undefined ? {} : { department: own.unitId };
  await ledger.book(tx, onTheSpotEntry(booked.payment, { id: newId(), bookedAt: clock.now() }, department));
}
