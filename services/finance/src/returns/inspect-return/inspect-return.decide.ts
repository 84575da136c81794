import { accept, refuse, type Outcome } from '@redress/kernel';
import { formatQuantity } from '../../ceiling/model/quantity.model';
import { sumByDisposition, totalOf, type QuantityByDisposition } from '../model/disposition.model';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import type { ReturnRefusal } from '../model/return.errors';
import { isNotExpected, wasChangedSince } from '../model/return.rules';

/** What was found about goods of a line. */
export interface Finding {
  readonly lineId: string;
  readonly quantities: QuantityByDisposition;
  readonly findings?: string;
}

/** Notes what becomes of goods that came; only what came can be looked at. */
export function inspectReturn(
  authorisation: ReturnAuthorisation,
  expectedVersion: number,
  findings: readonly Finding[],
): Outcome<ReturnAuthorisation, ReturnRefusal> {
  const refusal = isNotExpected(authorisation) ?? wasChangedSince(authorisation, expectedVersion);
  if (refusal !== undefined) return refuse(refusal);
  let { lines } = authorisation;
  for (const [index, { lineId, quantities }] of findings.entries()) {
    const path = ['input', 'lines', String(index)];
    const line = lines.find(({ id }) => id === lineId);
    if (line === undefined) return refuse({ code: 'NOT_FOUND', path: [...path, 'lineId'] });
    if (totalOf(quantities) === 0n) return refuse({ code: 'INPUT_INVALID', path });
    const inspected = sumByDisposition(line.inspected, quantities);
    if (totalOf(inspected) > line.received) {
      const facts = { received: formatQuantity(line.received), inspected: formatQuantity(totalOf(inspected)) };
      return refuse({ code: 'FINANCE_RETURN_INSPECTED_TOO_MUCH', path, facts });
    }
    lines = lines.map((each) => (each === line ? { ...line, inspected } : each));
  }
  return accept({ ...authorisation, lines });
}
