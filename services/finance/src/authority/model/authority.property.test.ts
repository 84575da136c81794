import fc from 'fast-check';
import { money, type Role } from '@redress/kernel';
import { aQuestion, aSettings } from './authority-question.builder';
import type { AuthorityQuestion } from './authority-question.model';
import { rulingOn } from './ruling.model';
import type { Endorsement, Signatory } from './signatory.model';

const STAFF = ['handler', 'supervisor', 'finance', 'manager'] as const satisfies readonly Role[];
/** Limits by role in minor units of CNY; null is without limit. */
type Limits = Partial<Record<Role, bigint | null>>;

interface Promised {
  readonly harm: number;
  readonly amount: bigint;
  readonly resolvedBy: number;
  /** Who endorses, and who then asks for the release. */
  readonly endorsers: readonly number[];
  readonly asks: number;
}

interface Release extends Promised {
  readonly endorsedBy: readonly number[];
}

const aMinor = fc.bigInt({ min: 1n, max: 2_000n });
const people = fc.array(fc.uniqueArray(fc.constantFrom(...STAFF), { minLength: 1, maxLength: 2 }), {
  ...{ minLength: 5, maxLength: 5 },
});
const aPerson = fc.nat({ max: 4 });
const limits: fc.Arbitrary<Limits> = fc.record(
  Object.fromEntries(STAFF.map((role) => [role, fc.option(aMinor.map((most) => most * 2n))])),
  { requiredKeys: [] },
);
const history = fc.array(
  fc.record({
    harm: fc.nat({ max: 2 }),
    amount: aMinor,
    resolvedBy: aPerson,
    endorsers: fc.uniqueArray(aPerson, { maxLength: 2 }),
    asks: aPerson,
  }),
  { minLength: 1, maxLength: 14 },
);
const someHistory = [limits, people, history] as const;

/** Plays the history by the rules; what was released counts for whatever is asked for the same harm later. */
function played(matrix: Limits, roles: readonly (readonly Role[])[], asked: readonly Promised[]): Release[] {
  const released: Release[] = [];
  for (const each of asked) {
    const person = (index: number): Signatory => ({
      subject: `person-${index}`,
      roles: roles[index] ?? [],
      parties: [],
    });
    if (each.asks === each.resolvedBy || each.endorsers.includes(each.asks)) continue;
    const endorsedBy = each.endorsers.filter((index) => index !== each.resolvedBy);
    const question = questionFor(matrix, each, endorsedBy.map(person), released, roles);
    if (rulingOn(question, person(each.asks)).kind === 'RELEASES') released.push({ ...each, endorsedBy });
  }
  return released;
}

function questionFor(
  matrix: Limits,
  { harm, amount, resolvedBy }: Promised,
  endorsers: readonly Signatory[],
  released: readonly Release[],
  roles: readonly (readonly Role[])[],
): AuthorityQuestion {
  const rows = Object.entries(matrix).map(([holder, most]) => ({
    ...{ holder, currency: 'CNY', maximumMinor: most === null ? null : most.toString() },
  }));
  const { binding } = aQuestion();
  return aQuestion({
    binding: { ...binding, settings: aSettings(rows) },
    amount: money(amount, 'CNY'),
    granted: released.filter((each) => each.harm === harm).map((each) => money(each.amount, 'CNY')),
    resolution: {
      proposedBy: 'handler',
      approvedBy: `person-${resolvedBy}`,
      holders: roles[resolvedBy] ?? [],
      sums: [],
    },
    endorsements: endorsers.map((signatory): Endorsement => ({
      ...{ ...signatory, id: signatory.subject, holder: '', at: new Date(0) },
      ...{ amountMinor: amount, currency: 'CNY' },
    })),
  });
}

/** The matrix read once more, by nothing that the rules use: may anybody of these roles decide that much? */
function couldDecide(matrix: Limits, roles: readonly Role[], total: bigint): boolean {
  return roles.some((role) => {
    if (!(role in matrix)) return false;
    const most = matrix[role];
    return most === null || (most !== undefined && total <= most);
  });
}

/** Everything that the matrix and the four eyes forbid in a history of releases. */
function violations(matrix: Limits, roles: readonly (readonly Role[])[], released: readonly Release[]): string[] {
  const isEmpty = Object.keys(matrix).length === 0;
  return released.flatMap((each, index) => {
    const before = released.slice(0, index).filter(({ harm }) => harm === each.harm);
    const total = before.reduce((sum, { amount }) => sum + amount, each.amount);
    const own = roles[each.asks] ?? [];
    const silent = !('finance' in matrix) && own.includes('finance') && !own.some((role) => role in matrix);
    const signed = [each.asks, ...each.endorsedBy, ...(silent ? [each.resolvedBy] : [])];
    const decided = isEmpty || signed.some((signer) => couldDecide(matrix, roles[signer] ?? [], total));
    return [
      ...(decided ? [] : [`nobody who signed ${index} may decide ${total}`]),
      ...(each.asks === each.resolvedBy ? [`${index} was released by who approved its resolution`] : []),
      ...(each.endorsedBy.includes(each.asks) ? [`${index} was released by who endorsed it`] : []),
    ];
  });
}

describe('the history of releases', () => {
  it('never violates the matrix in force, however sums are split over the cases of a harm', () => {
    fc.assert(
      fc.property(...someHistory, (matrix, roles, asked) => {
        expect(violations(matrix, roles, played(matrix, roles, asked))).toEqual([]);
      }),
      { seed: 41, numRuns: 2_000 },
    );
  });

  it('would be caught: the same history without what was granted before does violate it', () => {
    const forgetful = (matrix: Limits, roles: readonly (readonly Role[])[], asked: readonly Promised[]) =>
      asked.flatMap((each) => played(matrix, roles, [each]));
    const found = fc
      .sample(fc.tuple(...someHistory), { seed: 41, numRuns: 300 })
      .filter(([matrix, roles, asked]) => violations(matrix, roles, forgetful(matrix, roles, asked)).length > 0);
    expect(found.length).toBeGreaterThan(10);
  });

  it('contains whatever the matrix allows a person of the own authority', () => {
    fc.assert(
      fc.property(limits, people, aMinor, aPerson, (matrix, roles, amount, asks) => {
        const own = roles[asks] ?? [];
        if (!couldDecide(matrix, own, amount)) return;
        const asked = { harm: 0, amount, resolvedBy: (asks + 1) % 5, endorsers: [], asks };
        expect(played(matrix, roles, [asked])).toHaveLength(1);
      }),
      { seed: 42, numRuns: 1_000 },
    );
  });
});
