import { hasRole, newId, type Actor, type Clock, type Refusal } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import { DECIDERS } from '../../access/access.rules';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { ApprovalAuthority, AuthorityRuling } from '../../settlement/approve-settlement/approval-authority.policy';
import type { SettlementRefusal } from '../../settlement/model/settlement.errors';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { AuthorityQuestion } from '../model/authority-question.model';
import { exceedsAuthority } from '../model/authority.rules';
import { takesPart } from '../model/matrix.model';
import { awaitedOf, isEntitled, onBehalfOf, rulingOn } from '../model/ruling.model';
import { isSettledElsewhere } from '../model/same-harm.rules';
import type { Endorsement, Holder, Signatory } from '../model/signatory.model';
import type { Signatures } from '../model/signatures.repository';
import {
  examine,
  examineLocked,
  involvedIn,
  questionOf,
  signatoryOf,
  type Examination,
  type ExaminationDependencies,
} from './examine-settlement.handler';

export type AuthorityDependencies = ExaminationDependencies & {
  readonly ceilings: CeilingRepository;
  readonly clock: Clock;
};

/** The authority that the regulation of a case gives, as approvals ask for it. */
export function approvalAuthority(dependencies: AuthorityDependencies): ApprovalAuthority {
  return {
    async rule(tx, settlement, approver) {
      const examination = await examineLocked(tx, settlement, dependencies);
      const signatures = examination?.signatures ?? (await signaturesOf(tx, settlement.id, dependencies));
      const blocked = hasSigned(settlement, signatures, approver) ?? isBlocked(examination);
      if (blocked !== undefined) return refused(blocked);
      if (examination === undefined) return withoutRegulation(settlement, approver);
      const now = dependencies.clock.now();
      const question = questionOf(examination, now);
      if (question === undefined) return withoutRegulation(settlement, approver);
      const person = await signatoryOf(tx, approver, involvedIn(examination), now, dependencies);
      if (!isEntitled(question, person)) return refused(exceedsAuthority(question, person));
      const ruling = rulingOn(question, person);
      if (ruling.kind === 'REFUSED') return refused(ruling.refusal);
      if (ruling.kind === 'RELEASES') return ruling;
      await sign(tx, { question, settlement, person, as: ruling.as, at: now }, dependencies);
      return { kind: 'SIGNED' };
    },

    async isEntitled(tx, settlement, actor) {
      if (hasRole(actor, ...DECIDERS)) return true;
      const examination = await examine(tx, settlement, dependencies);
      const now = dependencies.clock.now();
      const question = examination === undefined ? undefined : questionOf(examination, now);
      if (examination === undefined || question === undefined) return false;
      return isEntitled(question, await signatoryOf(tx, actor, involvedIn(examination), now, dependencies));
    },

    async takesPart(reader, roles) {
      const bindings = await dependencies.regulations.all(reader);
      return bindings.some((binding) => takesPart(binding).some(({ role }) => roles.includes(role)));
    },
  };
}

/** Who prepared a settlement or signed it already does not decide on it. */
export function hasSigned(
  { number }: Pick<Settlement, 'number'>,
  { preparers, endorsements }: Signatures,
  { subject }: Pick<Actor, 'subject'>,
): Refusal<SettlementRefusal> | undefined {
  if (preparers.includes(subject)) return { code: 'FINANCE_SEPARATION_OF_DUTIES', facts: { number } };
  if (endorsements.some((each) => each.subject === subject)) {
    return { code: 'FINANCE_ALREADY_ENDORSED', facts: { number } };
  }
  return undefined;
}

/** What keeps everybody from deciding, whatever the amount. */
export function isBlocked(examination: Examination | undefined): Refusal<SettlementRefusal> | undefined {
  if (examination === undefined) return undefined;
  const { settlement, file, binding, grants } = examination;
  if (file.regulation !== undefined && binding === undefined) {
    return { code: 'FINANCE_REGULATION_UNKNOWN', retryable: true };
  }
  return isSettledElsewhere(settlement, grants.inCases);
}

/** Without a regulation finance and managers decide, as they would where its matrix is empty. */
function withoutRegulation({ amount: { currency } }: Settlement, approver: Actor): AuthorityRuling {
  if (hasRole(approver, ...DECIDERS)) return { kind: 'RELEASES' };
  const maximum = { amountMinor: 0n, currency };
  return refused({ code: 'FINANCE_EXCEEDS_AUTHORITY', details: { maximum, allowed: DECIDERS } });
}

/** What was signed about a settlement, also where finance has heard nothing of its case. */
export async function signaturesOf(
  tx: TenantTransaction,
  settlementId: string,
  { signatures }: Pick<ExaminationDependencies, 'signatures'>,
): Promise<Signatures> {
  return (await signatures.of(tx, [settlementId]))[0] ?? { endorsements: [], preparers: [] };
}

interface Signing {
  readonly question: AuthorityQuestion;
  readonly settlement: Pick<Settlement, 'id' | 'amount'>;
  readonly person: Signatory;
  readonly as: Holder;
  readonly at: Date;
  readonly opinion?: string;
}

/** Records a signature and hands the settlement on to whose signature is needed next. */
export async function sign(
  tx: TenantTransaction,
  { question, settlement, person, as, at, opinion }: Signing,
  { signatures }: Pick<ExaminationDependencies, 'signatures'>,
): Promise<void> {
  const { subject, roles, parties } = person;
  const absent = onBehalfOf(person, as);
  const endorsement: Endorsement = {
    ...{ id: newId(), subject, roles, parties, holder: as.holder, at, ...settlement.amount },
    ...(absent === undefined ? {} : { onBehalfOf: absent }),
    ...(opinion === undefined ? {} : { opinion }),
  };
  await signatures.endorse(tx, settlement.id, endorsement);
  const holder = awaitedOf({ ...question, endorsements: [...question.endorsements, endorsement] });
  await signatures.await(tx, { settlementId: settlement.id, holder, since: at });
}

function refused(refusal: Refusal<SettlementRefusal>): AuthorityRuling {
  return { kind: 'REFUSED', refusals: [refusal] };
}
