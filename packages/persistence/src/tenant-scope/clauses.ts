import type { Node } from './syntax-tree';
import { isSymbol, keywordOf } from './syntax-tree';
import { violation } from './tenant-scope-missing';

const ORDER = ['SELECT', 'FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'FOR', 'LOCK'] as const;

export type ClauseName = (typeof ORDER)[number];

/** The clauses of one SELECT, or of what follows the tables of an UPDATE or DELETE. */
export type Clauses = ReadonlyMap<ClauseName, readonly Node[]>;

const REFUSED = new Set(['INTO', 'PROCEDURE', 'TABLE', 'RETURNING']);

/** Cuts a query block at its clauses, which must stand in their order: a clause elsewhere is something that is not understood. */
export function clausesOf(nodes: readonly Node[]): Clauses {
  const clauses = new Map<ClauseName, Node[]>();
  let current: Node[] | undefined;
  let last = -1;
  for (const node of nodes) {
    const keyword = keywordOf(node);
    if (REFUSED.has(keyword)) violation(`${keyword} is not accepted here`);
    const position = ORDER.findIndex((name) => name === keyword);
    const name = ORDER[position];
    // A locking clause that repeats the keyword of an index hint (USE INDEX FOR JOIN) lies before it and is refused too.
    if (name !== undefined) {
      if (position <= last) violation(`${keyword} is not expected here`);
      last = position;
      current = [];
      clauses.set(name, current);
    } else {
      (current ?? violation(`${keyword === '' ? 'this' : keyword} is not expected at the start of a clause`)).push(
        node,
      );
    }
  }
  refuseUnknownLocks(clauses);
  return clauses;
}

/** `FOR` and `LOCK` may lead to more tables (`FOR SYSTEM_TIME ALL, other`), so only the row locks are let through. */
function refuseUnknownLocks(clauses: Clauses): void {
  const forClause = clauses.get('FOR');
  if (forClause !== undefined) {
    const known = ['UPDATE', 'SHARE'].includes(keywordOf(forClause[0]));
    if (!known || forClause.length > 3 || forClause.some((node) => isSymbol(node, ',')))
      violation('only FOR UPDATE and FOR SHARE are accepted');
  }
  const lock = clauses.get('LOCK');
  if (lock !== undefined && lock.map(keywordOf).join(' ') !== 'IN SHARE MODE')
    violation('only LOCK IN SHARE MODE is accepted');
}
