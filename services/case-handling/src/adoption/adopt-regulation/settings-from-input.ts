import { accept, parseMoney, refuse, type Outcome } from '@redress/kernel';
import type { AdoptRegulationInput, AuthorityLimitInput, OpenValueInput } from './adopt-regulation.gql';

/** The settings as `packages/regulations` checks them; refuses an amount that its currency cannot hold. */
export function settingsFromInput(input: AdoptRegulationInput): Outcome<unknown, 'AMOUNT_INVALID'> {
  const openValues: Record<string, unknown> = {};
  for (const [index, value] of input.openValues.entries()) {
    const outcome = openValueFromInput(value, ['input', 'openValues', String(index), 'authority']);
    if (!outcome.ok) return outcome;
    openValues[value.key] = outcome.value;
  }
  const { timeZone, calendar, numbering } = input;
  return accept({
    timeZone,
    calendar,
    openValues,
    ...(numbering === undefined || numbering === null ? {} : { numbering: { ...numbering } }),
  });
}

function openValueFromInput(
  { duration, authority }: OpenValueInput,
  path: readonly string[],
): Outcome<unknown, 'AMOUNT_INVALID'> {
  if (authority === undefined || authority === null)
    return accept(duration === undefined || duration === null ? undefined : { ...duration });
  const limits: unknown[] = [];
  for (const [index, limit] of authority.entries()) {
    const maximumMinor = minorUnits(limit);
    if (maximumMinor === undefined) {
      return refuse({
        code: 'AMOUNT_INVALID',
        path: [...path, String(index), 'maximum'],
        facts: { currency: limit.currency },
      });
    }
    limits.push({ holder: limit.holder ?? limit.role, currency: limit.currency, maximumMinor });
  }
  return accept(limits);
}

function minorUnits({ maximum, currency }: AuthorityLimitInput): string | null | undefined {
  return maximum === undefined || maximum === null ? null : parseMoney(maximum, currency)?.amountMinor.toString();
}
