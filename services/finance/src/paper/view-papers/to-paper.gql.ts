import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import type { Paper } from '../model/paper.model';
import { FinancePaper } from './paper.gql';

const TYPE_OF_SOURCE = { SETTLEMENT: 'Settlement', RETURN: 'ReturnAuthorisation', PENALTY: 'Penalty' } as const;

/** A paper as it is read. */
export function toFinancePaper(paper: Paper): FinancePaper {
  const { id, kind, number, source, amount, contentSha256, supersedes, drawnUpAt, voidedAt, version } = paper;
  return Object.assign(new FinancePaper(), {
    id: toGlobalId('FinancePaper', id),
    kind,
    number,
    sourceKind: source.kind,
    sourceId: toGlobalId(TYPE_OF_SOURCE[source.kind], source.id),
    amount: amount === undefined ? null : toMoney(amount),
    contentSha256,
    supersedes: supersedes === undefined ? null : toGlobalId('FinancePaper', supersedes),
    drawnUpAt,
    voidedAt: voidedAt ?? null,
    version,
    paper,
  });
}
