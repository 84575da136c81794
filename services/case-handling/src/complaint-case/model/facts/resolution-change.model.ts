import type { Money } from '@redress/kernel';
import type { ComplaintCase, Remedy, Resolution } from '../case.model';
import type { RowChange } from '../fact.model';
import { present } from '../present-members.model';
import { resolutionMachine, type ResolutionStep } from '../resolution.transitions';
import { partData } from '../remedy-part.model';

/** The case with its newest resolution changed. */
export function withResolution(current: ComplaintCase, patch: Partial<Resolution>): Partial<ComplaintCase> {
  return current.resolution === undefined ? {} : { resolution: { ...current.resolution, ...patch } };
}

/** The case with its newest resolution a step further. Throws `Error` for a step that it cannot take. */
export function stepped(current: ComplaintCase, step: ResolutionStep): Partial<ComplaintCase> {
  const { resolution } = current;
  const state = resolution === undefined ? undefined : resolutionMachine.next(resolution.state, step);
  if (state === undefined) throw new Error(`cannot ${step} a resolution in ${resolution?.state ?? 'no state'}`);
  return withResolution(current, { state });
}

/** A case that closes for another reason leaves no resolution waiting. */
export function dropped(current: ComplaintCase): Partial<ComplaintCase> {
  const { resolution } = current;
  return resolution !== undefined && resolutionMachine.next(resolution.state, 'drop') !== undefined
    ? stepped(current, 'drop')
    : {};
}

/** Columns of a resolution that change. */
export function resolutionChange(id: string, set: Readonly<Record<string, unknown>>): RowChange {
  return { update: 'resolution', key: { id }, set };
}

/** A remedy in an event, without the handler's note. */
export function remedyData({ id, kind, orderLine, amount, parts }: Remedy) {
  return {
    remedyId: id,
    kind,
    ...present({
      orderLine,
      amount: amount === undefined ? undefined : moneyData(amount),
      parts: parts?.map(partData),
    }),
  };
}

function moneyData({ amountMinor, currency }: Money) {
  return { amountMinor: amountMinor.toString(), currency };
}
