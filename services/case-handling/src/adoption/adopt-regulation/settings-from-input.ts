import { accept, type Outcome } from '@redress/kernel';
import { present } from '../../complaint-case/model/present-members.model';
import type { AdoptRegulation } from './adopt-regulation.command';
import type { AdoptionTermsInput } from './adopt-regulation.gql';
import { openValueFromInput } from './open-value-from-input';
import type { OpeningHoursInput } from './opening-hours.gql';

/** The terms of an adoption as the handlers take them; refuses an amount that its currency cannot hold. */
export function termsFromInput(input: AdoptionTermsInput): Outcome<AdoptRegulation, 'AMOUNT_INVALID'> {
  const settings = settingsFromInput(input);
  if (!settings.ok) return settings;
  const { regulation: regulationId, version: regulationVersion, effectiveFrom } = input;
  return accept({ regulationId, regulationVersion, effectiveFrom, settings: settings.value });
}

/** The settings as `packages/regulations` checks them; refuses an amount that its currency cannot hold. */
export function settingsFromInput(
  input: Pick<AdoptionTermsInput, 'timeZone' | 'calendar' | 'numbering' | 'openingHours' | 'ownDays' | 'openValues'>,
): Outcome<unknown, 'AMOUNT_INVALID'> {
  const openValues: Record<string, unknown> = {};
  for (const [index, value] of input.openValues.entries()) {
    const outcome = openValueFromInput(value, ['input', 'openValues', String(index)]);
    if (!outcome.ok) return outcome;
    openValues[value.key] = outcome.value;
  }
  const { timeZone, calendar, numbering, openingHours, ownDays } = input;
  return accept({
    timeZone,
    calendar,
    openValues,
    ...present({
      numbering: numbering === undefined || numbering === null ? undefined : { ...numbering },
      openingHours: openingHours === undefined || openingHours === null ? undefined : hoursFromInput(openingHours),
      ownDays: ownDays?.map((day) => ({ ...day })),
    }),
  });
}

function hoursFromInput({ weekly, makeUpDays, dates }: OpeningHoursInput) {
  const plain = (windows: readonly object[]) => windows.map((window) => ({ ...window }));
  return {
    weekly: Object.fromEntries(weekly.map(({ weekday, windows }) => [weekday, plain(windows)])),
    ...present({
      makeUpDays: makeUpDays === undefined || makeUpDays === null ? undefined : plain(makeUpDays),
      dates: dates?.map(({ date, windows }) => ({ date, windows: plain(windows) })),
    }),
  };
}
