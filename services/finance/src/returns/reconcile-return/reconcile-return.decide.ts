import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import type { RequestedPart } from '../../settlement/draw-up-settlement/draw-up-settlement.command';
import type { Settlement } from '../../settlement/model/settlement.model';
import { isNotOpenToDecision } from '../../settlement/model/settlement.rules';
import { linePosting, missingOn, outcomeOf, type Binding } from '../model/line-reconciliation.model';
import { entitlementOf, postedParts, type PostedLine } from '../model/posted-parts.model';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import { MATTER, type ReturnException } from '../model/return-exception.model';
import type { ReturnPolicy } from '../model/return-policy.model';
import { actualOf, openOf, uninspectedOf, type ReturnLine } from '../model/return-line.model';
import type { ReconciliationRefusal } from '../model/return.errors';
import { isMoneyDecided, isNotExpected, wasChangedSince } from '../model/return.rules';

/** What finance looks at when it matches the authorised with the actual quantities. */
export interface Matching {
  readonly settlement: Settlement;
  readonly authorisation: ReturnAuthorisation;
  readonly openExceptions: readonly ReturnException[];
  readonly binding: Binding | undefined;
  readonly policy: ReturnPolicy;
  /** The most that may be given for a line and go back of it, where more came than was authorised. */
  readonly most: ReadonlyMap<string, NonNullable<PostedLine['most']>>;
}

export interface Seen {
  readonly expectedVersion: number;
  /** Nothing more is expected: what is short is posted as it came. */
  readonly isFinal: boolean;
  readonly by: string;
  readonly now: Date;
}

export interface ReconciledReturn {
  readonly authorisation: ReturnAuthorisation;
  /** What the settlement pays from now on; absent where that does not change, or is decided already. */
  readonly parts?: readonly RequestedPart[];
  /** Whether something else was paid than the goods are entitled to. */
  readonly paidDiffers: boolean;
}

/** Posts what came: less proportionally less, more within the tolerance more, and nothing above it undecided. */
export function reconcileReturn(
  matching: Matching,
  { expectedVersion, isFinal, by, now }: Seen,
): Outcome<ReconciledReturn, ReconciliationRefusal> {
  const { settlement, authorisation } = matching;
  const decided = isMoneyDecided(settlement);
  const refusal =
    isNotExpected(authorisation) ??
    wasChangedSince(authorisation, expectedVersion) ??
    (decided ? undefined : isNotOpenToDecision(settlement)) ??
    whatIsMissing(matching, isFinal);
  if (refusal !== undefined) return refuse(refusal);
  const posted = authorisation.lines.map((line) => postedLine(line, matching));
  const lines = posted.map((entry): ReturnLine => {
    const { outcome, quantity } = entry.posting;
    const { amountMinor } = entitlementOf(entry);
    return { ...entry.line, complete: true, posted: { outcome, quantity, amountMinor } };
  });
  const closed = { ...authorisation, state: 'RECONCILED', closedAt: now, closedBy: by, lines } as const;
  const differs = lines.some(({ entitled, posted: its }) => its?.amountMinor !== entitled.amountMinor);
  if (decided) return accept({ authorisation: closed, paidDiffers: differs });
  const parts = postedParts(settlement.parts, posted);
  if (parts.length === 0) {
    return refuse({ code: 'FINANCE_RETURN_NOTHING_CAME', facts: { number: authorisation.number } });
  }
  const asAuthorised = lines.every((line) => actualOf(line) === line.authorised) && !differs;
  return accept({ authorisation: closed, paidDiffers: false, ...(asAuthorised ? {} : { parts }) });
}

/** A line posted with what is known of its most. */
function postedLine(line: ReturnLine, { binding, policy, most }: Matching): PostedLine {
  const posting = linePosting(line, outcomeOf(line, binding), policy);
  const limit = most.get(line.id);
  return { line, posting, ...(limit === undefined ? {} : { most: limit }) };
}

function whatIsMissing(
  { authorisation: { number, lines }, openExceptions, policy }: Matching,
  isFinal: boolean,
): Refusal<ReconciliationRefusal> | undefined {
  const overdue = new Set(lines.map(({ id }) => MATTER.overdue(id)));
  const undecided = openExceptions.filter(({ matter }) => !overdue.has(matter));
  if (undecided.length > 0) {
    return { code: 'FINANCE_RETURN_EXCEPTION_OPEN', facts: { number, count: undecided.length } };
  }
  for (const line of lines) {
    const code = missingOn(line, policy, isFinal);
    if (code === undefined) continue;
    const quantity = code === 'FINANCE_RETURN_INCOMPLETE' ? openOf(line) : uninspectedOf(line);
    return { code, facts: { number, line: line.line, quantity: formatQuantity(quantity) } };
  }
  return undefined;
}
