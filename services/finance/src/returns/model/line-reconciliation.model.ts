import { returnOutcome, type AdoptionSettings, type Regulation } from '@redress/regulations';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import { byDisposition, DISPOSITIONS, type QuantityByDisposition } from './disposition.model';
import { actualOf, openOf, uninspectedOf, type ReturnLine, type ReturnLineOutcome } from './return-line.model';
import { WHOLE_SHARE, type ReturnPolicy } from './return-policy.model';

/** A regulation with the organisation's own values filled in. */
export interface Binding {
  readonly regulation: Regulation;
  readonly settings: AdoptionSettings;
}

/** How the actual quantity of a line compares with the authorised one; without a regulation nothing is tolerated. */
export function outcomeOf(line: ReturnLine, binding: Binding | undefined): ReturnLineOutcome {
  const actual = actualOf(line);
  if (binding === undefined) {
    if (actual === line.authorised) return 'EQUAL';
    return actual < line.authorised ? 'LESS' : 'EXCEPTION';
  }
  const quantities = { authorised: formatQuantity(line.authorised), received: formatQuantity(actual) };
  return returnOutcome(binding.regulation, binding.settings, quantities);
}

/** Why the quantity of a line needs an instruction before it is signed for; undefined where it needs none. */
export function differenceOf(
  line: ReturnLine,
  outcome: ReturnLineOutcome,
): { readonly kind: 'OVER_RECEIPT' | 'QUANTITY_DIFFERS'; readonly quantity: bigint } | undefined {
  const actual = actualOf(line);
  if (outcome === 'EQUAL' || line.instructed === actual) return undefined;
  if (outcome === 'LESS' && !line.complete) return undefined;
  const difference = actual - line.authorised;
  return {
    kind: outcome === 'EXCEPTION' ? 'OVER_RECEIPT' : 'QUANTITY_DIFFERS',
    quantity: difference < 0n ? -difference : difference,
  };
}

/** What a line is posted with. */
export interface LinePosting {
  readonly outcome: ReturnLineOutcome;
  /** The actual quantity. */
  readonly quantity: bigint;
  /** What of it stays with the organisation. */
  readonly kept: bigint;
  /** The actual quantity, each piece weighed with its share, in millionths of ten-thousandths. */
  readonly weighed: bigint;
}

/** What of a line is posted, once all is there and looked at. */
export function linePosting(line: ReturnLine, outcome: ReturnLineOutcome, { shares }: ReturnPolicy): LinePosting {
  const quantity = actualOf(line);
  const inspected = withoutSetAside(line, shares);
  const weighed = DISPOSITIONS.reduce((sum, each) => sum + inspected[each] * BigInt(shares[each]), 0n);
  const uninspected = uninspectedOf(line) * BigInt(WHOLE_SHARE);
  return { outcome, quantity, kept: quantity - inspected.BACK_TO_CUSTOMER, weighed: weighed + uninspected };
}

/** What is missing before a line can be posted. `isFinal`: nothing more is expected of any line. */
export function missingOn(
  line: ReturnLine,
  policy: ReturnPolicy,
  isFinal: boolean,
): 'FINANCE_RETURN_INCOMPLETE' | 'FINANCE_RETURN_NOT_INSPECTED' | undefined {
  if (openOf(line) > 0n && !isFinal) return 'FINANCE_RETURN_INCOMPLETE';
  return policy.inspectionRequired && uninspectedOf(line) > 0n ? 'FINANCE_RETURN_NOT_INSPECTED' : undefined;
}

/** Goods set aside are taken from the pieces that are worth least to the customer. */
function withoutSetAside(line: ReturnLine, shares: ReturnPolicy['shares']): QuantityByDisposition {
  const inspected = DISPOSITIONS.reduce((sum, each) => sum + line.inspected[each], 0n);
  const actual = actualOf(line);
  let tooMuch = inspected > actual ? inspected - actual : 0n;
  const left = new Map(DISPOSITIONS.map((each) => [each, line.inspected[each]]));
  for (const each of [...DISPOSITIONS].sort((one, other) => shares[one] - shares[other])) {
    const has = left.get(each) ?? 0n;
    const take = has < tooMuch ? has : tooMuch;
    left.set(each, has - take);
    tooMuch -= take;
  }
  return byDisposition((each) => left.get(each) ?? 0n);
}
