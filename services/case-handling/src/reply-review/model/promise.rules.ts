import { formatAmount, type Money } from '@redress/kernel';
import type { CaseRefusal, CaseRule, Situation } from '../../complaint-case/model/case.rules';
import { stageStates } from '../../complaint-case/model/stage-states.model';

/** Resolutions of which nothing may be said yet, or any more. */
const DECIDED: ReadonlySet<string> = new Set(['APPROVED', 'ACCEPTED', 'EXECUTED']);

/**
 * No promise before the decision and none beyond authority: a text does not name the amount of a remedy that nobody with
 * the authority has approved, in whatever way the figure is written.
 */
export function promisedTooEarly({ case: current, plan }: Situation, text: string): readonly CaseRefusal[] {
  const { resolution } = current;
  if (!forbidsPromises(plan) || resolution === undefined || DECIDED.has(resolution.state)) return [];
  const figures = figuresIn(text);
  const isNamed = resolution.remedies.some(({ amount }) => amount !== undefined && figures.has(figureOf(amount)));
  return isNamed ? [{ code: 'CASE_PROMISE_BEFORE_DECISION', path: ['input', 'text'] }] : [];
}

/** Where the regulation has leaders agree before the complainant is told, they have agreed. */
export const leadersConsented: CaseRule = ({ case: current, plan, now }) => {
  const isAsked = plan?.regulation.conduct.some(({ rule }) => rule === 'CONSENT_OF_LEADERS_FIRST') === true;
  const isOpen = stageStates(plan, current, now).some(
    ({ planned, state }) =>
      planned.kind === 'APPROVAL' && state !== 'DONE' && state !== 'NOT_PLANNED' && state !== 'SKIPPED',
  );
  return isAsked && isOpen ? { code: 'CASE_LEADERS_NOT_CONSENTED' } : undefined;
};

function forbidsPromises(plan: Situation['plan']): boolean {
  return (plan?.regulation.conduct ?? []).some(
    ({ rule }) => rule === 'NO_PROMISE_BEFORE_DECISION' || rule === 'NO_REPLY_BEYOND_AUTHORITY',
  );
}

/** Every number of a text, full-width digits and thousands separators included, as it would stand in an amount. */
function figuresIn(text: string): ReadonlySet<string> {
  const figures = text.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?/gu) ?? [];
  return new Set(figures.map((figure) => plain(figure.replaceAll(',', ''))));
}

function figureOf(amount: Money): string {
  return plain(formatAmount(amount));
}

function plain(figure: string): string {
  const [whole = '', fraction = ''] = figure.split('.');
  const rest = fraction.replace(/0+$/u, '');
  return `${whole.replace(/^0+(?=\d)/u, '')}${rest === '' ? '' : `.${rest}`}`;
}
