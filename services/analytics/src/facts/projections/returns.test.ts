import {
  buildEnvelope,
  returnAdjusted,
  returnReceived,
  type EventData,
  type EventDefinition,
} from '@redress/contracts';
import { newId } from '@redress/kernel';
import { FactSet } from '../model/fact-set.model';
import { applyEvents, needsOf } from '../take-in/fold-events.handler';
import type { PositionedEvent } from '../take-in/journal.projection';
import { projections } from './index';

const [returnId, lineId] = [newId(), newId()];
const CAME = '2026-03-02T08:00:00.000Z';

/** Of ten pieces so many came. */
function returned(received: string, at: string) {
  const money = { amountMinor: '1000', currency: 'CNY' };
  const line = { lineId, kind: 'RETURN' as const, orderNumber: 'O-1', lineNumber: 1, authorised: '10', received };
  return {
    ...{ returnId, number: 'R2026-000001', settlementId: newId(), caseId: newId(), at },
    lines: [{ ...line, inspected: '0', open: '0', entitled: money }],
  };
}

function told<Definition extends EventDefinition>(
  definition: Definition,
  version: number,
  data: EventData<Definition>,
): PositionedEvent {
  const about = { id: newId(), time: new Date(CAME), tenantId: 't', aggregateId: returnId, aggregateVersion: version };
  return { name: definition.type, event: buildEnvelope(definition, about, data), position: BigInt(version) };
}

describe('a return of which a decision changed what is counted', () => {
  it('counts so much from then on, came when it came, and is no second act of whoever decided', () => {
    const events = [
      told(returnReceived, 1, { ...returned('12', CAME), by: 'warehouse-1', receiptId: newId() }),
      told(returnAdjusted, 2, { ...returned('10', '2026-03-03T08:00:00.000Z'), exceptionId: newId() }),
    ];
    const facts = new FactSet();
    for (const { table, owner } of needsOf(events, projections)) facts.load(table, [owner], []);
    applyEvents(facts, events, projections);
    const rows = (name: string) => facts.changed().flatMap(({ table, row }) => (table === name ? [row] : []));
    expect(rows('return_fact')).toMatchObject([{ received_micro: 10_000_000n, received_at: new Date(CAME) }]);
    expect(rows('staff_work_fact')).toMatchObject([{ staff: 'warehouse-1' }]);
  });
});
