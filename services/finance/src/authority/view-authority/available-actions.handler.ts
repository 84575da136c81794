import { hasRole, type Actor } from '@redress/kernel';
import type { TenantReader } from '@redress/persistence';
import { DECIDERS } from '../../access/access.rules';
import { decidesOnOwnWork } from '../../settlement/model/settlement.rules';
import { isEntitled, rulingOn } from '../model/ruling.model';
import { withoutInvolved, type Signatory } from '../model/signatory.model';
import {
  examineAll,
  involvedIn,
  questionOf,
  signatoryOf,
  type Examination,
  type ExaminationDependencies,
} from '../rule-on-approval/examine-settlement.handler';
import { hasSigned, isBlocked } from '../rule-on-approval/rule-on-approval.handler';

const NOTHING_SIGNED = { endorsements: [], preparers: [] };

export type SettlementAction = 'APPROVE' | 'REJECT' | 'ENDORSE';

/** What a person may do with each of the settlements now, by the rules of the mutations. */
export async function availableActions(
  reader: TenantReader,
  settlementIds: readonly string[],
  viewer: Actor,
  at: Date,
  dependencies: ExaminationDependencies,
): Promise<readonly (readonly SettlementAction[])[]> {
  const settlements = (await dependencies.examined.find(reader, settlementIds)).filter(
    ({ state }) => state === 'RELEASED',
  );
  const examinations = await examineAll(reader, settlements, dependencies);
  const unheard = settlements.filter((_, index) => examinations[index] === undefined).map(({ id }) => id);
  const bare = await dependencies.signatures.of(reader, unheard);
  const person = await signatoryOf(reader, viewer, [], at, dependencies);
  const actions = new Map(
    settlements.map((settlement, index): [string, readonly SettlementAction[]] => {
      const signatures = examinations[index]?.signatures ?? bare[unheard.indexOf(settlement.id)] ?? NOTHING_SIGNED;
      const own = decidesOnOwnWork(settlement, viewer.subject) !== undefined;
      if (own || hasSigned(settlement, signatures, viewer) !== undefined) return [settlement.id, []];
      return [settlement.id, actionsFor(examinations[index], person, at)];
    }),
  );
  return settlementIds.map((id) => actions.get(id) ?? []);
}

function actionsFor(examination: Examination | undefined, viewer: Signatory, at: Date): readonly SettlementAction[] {
  const decides = hasRole({ ...viewer, tenantId: '' }, ...DECIDERS);
  const question = examination === undefined ? undefined : questionOf(examination, at);
  if (examination === undefined || question === undefined) {
    if (!decides) return [];
    return examination?.file.regulation === undefined ? ['APPROVE', 'REJECT'] : ['REJECT'];
  }
  const person = withoutInvolved(viewer, involvedIn(examination));
  if (!isEntitled(question, person)) return [];
  if (isBlocked(examination) !== undefined) return ['REJECT'];
  const approves = rulingOn(question, person).kind !== 'REFUSED';
  return approves ? ['APPROVE', 'REJECT', 'ENDORSE'] : ['REJECT', 'ENDORSE'];
}
