import { money } from '@redress/kernel';
import { findRegulation, type AdoptionSettings, type AuthorityLimit } from '@redress/regulations';
import type { AuthorityQuestion } from './authority-question.model';

/** Settings of an organisation that filled in its authority matrix, for tests. */
export function aSettings(authority: readonly AuthorityLimit[]): AdoptionSettings {
  return {
    timeZone: 'Asia/Shanghai',
    calendar: 'cn',
    numbering: { pattern: '{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
    openValues: { authority: [...authority] },
  };
}

/**
 * A question for tests: 600 CNY, supervisors up to 1000 and managers without limit, decided by a resolution that a
 * supervisor approved, unless told otherwise.
 */
export function aQuestion(changes: Partial<AuthorityQuestion> = {}): AuthorityQuestion {
  const regulation = findRegulation('company-24h-3wd-7wd');
  if (regulation === undefined) throw new Error('the regulation ships with the package');
  const settings = aSettings([
    { holder: 'supervisor', currency: 'CNY', maximumMinor: '100000' },
    { holder: 'manager', currency: 'CNY', maximumMinor: null },
  ]);
  return {
    binding: { regulation, settings },
    amount: money(60_000n, 'CNY'),
    instruments: ['REFUND'],
    resolution: { proposedBy: 'handler-1', approvedBy: 'supervisor-1', holders: ['supervisor'], sums: [] },
    granted: [],
    facts: {},
    endorsements: [],
    ...changes,
  };
}
