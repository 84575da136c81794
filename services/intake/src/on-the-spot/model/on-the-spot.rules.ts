import { accept, refuse, type Actor, type Money, type Outcome, type Refusal } from '@redress/kernel';
import { conditionHolds, mayDecide, whoMay, type AuthorityRefusal, type KnownFacts } from '@redress/regulations';
import type { Adoption } from '../../regulation/model/adoption.model';
import { performsAs } from '../../staff/model/performer.rules';
import { ACCOUNT_LENGTH_AT_MOST, type OnTheSpot } from './on-the-spot.model';

export type OnTheSpotRefusal =
  | 'INTAKE_ON_THE_SPOT_NOT_PROVIDED'
  | 'INTAKE_ON_THE_SPOT_NOT_NOW'
  | 'INTAKE_NOT_A_PERFORMER'
  | 'INTAKE_BEYOND_AUTHORITY'
  | 'INTAKE_SLIP_NOT_SIGNED'
  | 'INTAKE_ACCOUNT_OUT_OF_BOUNDS'
  | 'INTAKE_AMOUNT_NOT_POSITIVE';

/** Who settles, and what stands around it. */
export interface OnTheSpotSurroundings {
  readonly adoption: Adoption;
  readonly actor: Actor;
  readonly parties: readonly string[];
  /** What the regulation's conditions look at, without the decision. */
  readonly facts: KnownFacts;
  /** What the customer was given on the spot before, so that a sum is not split. */
  readonly givenBefore: readonly Money[];
  readonly now: Date;
}

/** Whether the front line may settle at once what it says (IN-13). */
export function decideOnTheSpot(settlement: OnTheSpot, around: OnTheSpotSurroundings): Outcome<void, OnTheSpotRefusal> {
  const { adoption, actor, parties, facts, now } = around;
  const { regulation } = adoption;
  const provision = regulation.onTheSpot;
  if (provision === undefined) return refuse({ code: 'INTAKE_ON_THE_SPOT_NOT_PROVIDED' });
  const malformed = malformations(settlement);
  if (malformed !== undefined) return refuse(malformed);
  if (!performsAs(actor, parties, regulation, provision.performers)) {
    return refuse({ code: 'INTAKE_NOT_A_PERFORMER', details: { allowed: provision.performers } });
  }
  const costs = factsWith(facts, settlement);
  if (provision.when !== undefined && !conditionHolds(regulation, provision.when, costs)) {
    return refuse({ code: 'INTAKE_ON_THE_SPOT_NOT_NOW', facts: { condition: provision.when } });
  }
  if (provision.slip !== undefined && !isSigned(settlement, now)) {
    return refuse({ code: 'INTAKE_SLIP_NOT_SIGNED', path: ['slip'] });
  }
  return settlement.amount === undefined ? accept(undefined) : withinAuthority(settlement.amount, costs, around);
}

/** Only up to the amount that the person may decide alone; where it ends, and who may go on, is told. */
function withinAuthority(
  amount: Money,
  facts: KnownFacts,
  { adoption, actor, parties, givenBefore }: OnTheSpotSurroundings,
): Outcome<void, OnTheSpotRefusal> {
  const { regulation, settings } = adoption;
  const decision = { amounts: [amount], linkedAmounts: givenBefore, facts };
  // Nobody proposed it to anybody: whoever settles at once decides alone.
  const decided = mayDecide(regulation, settings, { ...actor, parties, proposedBy: '', ...decision });
  if (decided.ok) return decided;
  const [{ details }] = decided.refusals as readonly [Refusal<AuthorityRefusal>];
  const allowed = whoMay(regulation, settings, decision).map(({ holder }) => holder);
  return refuse({ code: 'INTAKE_BEYOND_AUTHORITY', path: ['amount'], details: { ...details, allowed } });
}

function malformations({ account, amount }: OnTheSpot): Refusal<OnTheSpotRefusal> | undefined {
  if (account.trim() === '' || account.length > ACCOUNT_LENGTH_AT_MOST) {
    const limit = ACCOUNT_LENGTH_AT_MOST;
    return { code: 'INTAKE_ACCOUNT_OUT_OF_BOUNDS', path: ['account'], facts: { limit }, details: { limit } };
  }
  return amount !== undefined && amount.amountMinor <= 0n
    ? { code: 'INTAKE_AMOUNT_NOT_POSITIVE', path: ['amount'] }
    : undefined;
}

function isSigned({ slip }: OnTheSpot, now: Date): boolean {
  return slip !== undefined && slip.complainantSignedAt <= now && slip.staffSignedAt <= now;
}

function factsWith(facts: KnownFacts, { remedy, amount }: OnTheSpot): KnownFacts {
  const decision = { remedies: [remedy], amountMinor: Number(amount?.amountMinor ?? 0n), currency: amount?.currency };
  return { ...facts, decision };
}
