import { PublicError } from '@redress/graphql-runtime';

const SHORTEST = 2;
const LONGEST = 64;
/** Of each kind of number, so that a text with which all numbers begin costs no more than a rare one. */
const HITS_AT_MOST = 1_000;

/** The ids of what a text finds, as a table `hit` with a column `id`. Each kind of number is read from its own index. */
export function hits(text: string, staff: boolean): { readonly sql: string; readonly params: Record<string, string> } {
  const begin = text.trim();
  if (begin.length < SHORTEST || begin.length > LONGEST) {
    throw new PublicError('BAD_USER_INPUT', `A search is for ${SHORTEST} to ${LONGEST} characters.`, {
      limit: LONGEST,
    });
  }
  const branches = [
    beginning('SELECT n.id FROM settlement n WHERE n.tenant_id = :tenantId AND n.number'),
    ...(staff
      ? [
          beginning('SELECT c.id FROM settlement c WHERE c.tenant_id = :tenantId AND c.case_number'),
          beginning(
            'SELECT o.settlement_id AS id FROM settlement_order o WHERE o.tenant_id = :tenantId AND o.order_number',
          ),
        ]
      : []),
  ];
  const escaped = begin.replaceAll(/[|%_]/g, '|$&');
  return { sql: `(${branches.join(' UNION ')}) hit`, params: { searchedBegin: `${escaped}%` } };
}

function beginning(head: string): string {
  return `(${head} LIKE :searchedBegin ESCAPE '|' LIMIT ${HITS_AT_MOST})`;
}
