import type { Actor } from '@redress/kernel';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { CaseKnowledge } from '../../case-file/model/case-knowledge.repository';
import type { BindingRegulation } from '../../case-file/model/binding-regulation.model';
import { factsOfFile, type CaseFile } from '../../case-file/model/case-file.model';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { Settlement } from '../../settlement/model/settlement.model';
import { sumsOf, type AuthorityQuestion } from '../model/authority-question.model';
import type { Examined } from '../model/examined-settlement.model';
import type { ExaminedSettlements } from '../model/examined-settlement.repository';
import type { HarmAsked, HarmGrants } from '../model/granted.model';
import type { GrantReader } from '../model/granted.repository';
import { withoutInvolved, type Endorsement, type Signatory } from '../model/signatory.model';
import type { SignatureBook, Signatures } from '../model/signatures.repository';

export interface ExaminationDependencies extends CaseKnowledge {
  readonly grants: GrantReader;
  readonly signatures: SignatureBook;
  readonly examined: ExaminedSettlements;
}

/** A settlement with everything around it that authority depends on. */
export interface Examination {
  readonly settlement: Examined;
  readonly file: CaseFile;
  /** Absent where the case has no regulation, or one that finance has not heard of. */
  readonly binding: BindingRegulation | undefined;
  readonly linkedCaseIds: readonly string[];
  readonly grants: HarmGrants;
  readonly signatures: Signatures;
}

/**
 * Collects it for each settlement, as it is or as it was at a moment; for a case of which finance has heard nothing there
 * is nothing to collect. The same few statements however many there are.
 */
export async function examineAll(
  reader: TenantReader,
  settlements: readonly Examined[],
  { caseFiles, regulations, grants, signatures }: ExaminationDependencies,
  until?: Date,
): Promise<readonly (Examination | undefined)[]> {
  const files = new Map(
    (
      await caseFiles.caseFilesBy(
        reader,
        settlements.map(({ caseId }) => caseId),
      )
    ).map((file) => [file.caseId, file]),
  );
  const cases = await caseFiles.casesOfHarms(
    reader,
    [...files.values()].map(({ harmId }) => harmId),
  );
  const known = settlements.flatMap((settlement) => {
    const file = files.get(settlement.caseId);
    return file === undefined ? [] : [{ settlement, file, linkedCaseIds: cases.get(file.harmId) ?? [file.caseId] }];
  });
  const given = await grants.grantsFor(reader, known.map(askedAbout), until);
  const signed = await signatures.of(
    reader,
    known.map(({ settlement }) => settlement.id),
  );
  const examinations = new Map<string, Examination>();
  for (const [index, each] of known.entries()) {
    const binding = await regulations.regulationOf(reader, each.file);
    examinations.set(each.settlement.id, {
      ...{ ...each, binding, grants: given[index] ?? NO_GRANTS, signatures: signed[index] ?? NO_SIGNATURES },
    });
  }
  return settlements.map(({ id }) => examinations.get(id));
}

/** The same for one. */
export async function examine(
  reader: TenantReader,
  settlement: Examined,
  dependencies: ExaminationDependencies,
  until?: Date,
): Promise<Examination | undefined> {
  return (await examineAll(reader, [settlement], dependencies, until))[0];
}

/** The same, while nobody else grants anything for the harm until the transaction ends. */
export async function examineLocked(
  tx: TenantTransaction,
  settlement: Settlement,
  dependencies: ExaminationDependencies & { readonly ceilings: CeilingRepository },
): Promise<Examination | undefined> {
  const linked = await dependencies.caseFiles.lockLinked(tx, settlement.caseId);
  if (linked === undefined) return undefined;
  await dependencies.ceilings.lockMany(tx, ceilingsOf(settlement));
  const casesOfHarms = (_: TenantReader, harmIds: readonly string[]) =>
    Promise.resolve(new Map(harmIds.map((harmId) => [harmId, linked])));
  return examine(tx, settlement, { ...dependencies, caseFiles: { ...dependencies.caseFiles, casesOfHarms } });
}

const NO_GRANTS: HarmGrants = { inCases: [], fromCeilings: [], handedOver: [] };
const NO_SIGNATURES: Signatures = { endorsements: [], preparers: [] };

function askedAbout({ settlement, linkedCaseIds }: Pick<Examination, 'settlement' | 'linkedCaseIds'>): HarmAsked {
  const { id: settlementId, resolutionId } = settlement;
  return { settlementId, resolutionId, caseIds: linkedCaseIds, ceilingIds: ceilingsOf(settlement) };
}

/** The question whether somebody may release it; none without a regulation. */
export function questionOf({ settlement, file, binding, grants, signatures }: Examination, at: Date) {
  if (binding === undefined) return undefined;
  const { amount, parts, resolutionProposedBy: proposedBy, resolutionApprovedBy: approvedBy } = settlement;
  const instruments = [...new Set(parts.map(({ instrument }) => instrument))];
  const ofResolution = grants.inCases.filter(({ resolutionId }) => resolutionId === settlement.resolutionId);
  const { resolutionHolders: holders } = signatures;
  const decision = { amountMinor: Number(amount.amountMinor), currency: amount.currency, remedies: instruments };
  const question: AuthorityQuestion = {
    ...{ binding, amount, instruments },
    resolution: {
      ...{ proposedBy, approvedBy, sums: sumsOf([amount, ...ofResolution.map((each) => each.amount)]) },
      ...(holders === undefined ? {} : { holders }),
    },
    granted: sumsOf([
      ...grants.inCases.filter(({ isGranted }) => isGranted).map((each) => each.amount),
      ...grants.fromCeilings,
      ...grants.handedOver,
    ]),
    facts: factsOfFile(file, decision, at),
    endorsements: signatures.endorsements.filter((each) => holdsFor(each, settlement)),
  };
  return question;
}

/** The person with what they are appointed to; nobody lends authority to decide on their own work. */
export async function signatoryOf(
  reader: TenantReader,
  { subject, roles }: Pick<Actor, 'subject' | 'roles'>,
  involved: readonly string[],
  at: Date,
  { standings }: Pick<CaseKnowledge, 'standings'>,
): Promise<Signatory> {
  const acting = await standings.actingAs(reader, subject, at);
  const own = acting.filter((each) => each.subject === subject).flatMap(({ parties }) => parties);
  const standsInFor = acting
    .filter((each) => each.subject !== subject)
    .map((each) => ({ subject: each.subject, parties: each.parties.filter((party) => !own.includes(party)) }));
  const lent = standsInFor.flatMap(({ parties }) => parties);
  return withoutInvolved({ subject, roles, parties: [...new Set([...own, ...lent])], standsInFor }, involved);
}

/** Who proposed, approved, prepared or endorsed what is to be decided. */
export function involvedIn({ settlement, signatures: { preparers, endorsements } }: Examination): readonly string[] {
  const { resolutionProposedBy, resolutionApprovedBy } = settlement;
  return [resolutionProposedBy, resolutionApprovedBy, ...preparers, ...endorsements.map(({ subject }) => subject)];
}

/** A signature holds for the amount that was seen, and for less of the same currency. */
function holdsFor({ amountMinor, currency }: Endorsement, { amount }: Examined): boolean {
  return currency === amount.currency && amountMinor >= amount.amountMinor;
}

/** Ceilings of lines and charges; a goodwill budget is shared by people who have nothing to do with each other. */
function ceilingsOf({ parts }: Pick<Settlement, 'parts'>): readonly string[] {
  const ofLines = parts.filter(({ subject }) => subject !== undefined);
  return [...new Set(ofLines.flatMap(({ draws }) => draws.map(({ ceilingId }) => ceilingId)))];
}
