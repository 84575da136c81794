import {
  ALLOWED_MEDIA_TYPES,
  announcementProblems,
  type AnnouncedFile,
  type AnnouncementProblem,
} from '@redress/files';
import type { Refusal } from '@redress/kernel';
import type { SettlementState } from '../../settlement/model/settlement.transitions';
import type { EvidenceRule } from '../model/evidence-rule.model';
import type { EvidenceRefusal } from '../model/evidence.errors';
import { SIZE_BYTES_AT_MOST, SUPPORTING, TEXT_LENGTH_AT_MOST } from '../model/evidence.model';

/** Asks for leave to attach a file to a settlement. */
export interface AddEvidence extends AnnouncedFile {
  readonly settlementId: string;
  readonly kind: string;
  readonly note?: string;
}

/** States after which nothing has to be proven any more. */
const COME_TO_NOTHING: readonly SettlementState[] = ['REFUSED', 'REJECTED', 'CANCELLED'];

/** Everything that is wrong with the file before its settlement is looked at. */
export function fileProblems(command: AddEvidence): readonly Refusal<EvidenceRefusal>[] {
  const tooLong = (command.note?.length ?? 0) > TEXT_LENGTH_AT_MOST;
  return [
    ...announcementProblems(command, SIZE_BYTES_AT_MOST).map((problem) => refusalOf(problem, command)),
    ...(tooLong
      ? [{ code: 'INPUT_INVALID' as const, path: ['input', 'note'], details: { limit: TEXT_LENGTH_AT_MOST } }]
      : []),
  ];
}

/** What is wrong with attaching it there. */
export function attachmentProblem(
  { kind }: AddEvidence,
  { number, state }: { readonly number: string; readonly state: SettlementState },
  rules: readonly EvidenceRule[],
): Refusal<EvidenceRefusal> | undefined {
  if (COME_TO_NOTHING.includes(state)) {
    return { code: 'FINANCE_SETTLEMENT_NOT_OPEN', facts: { number, state }, details: { currentState: state } };
  }
  const allowed = [...new Set(rules.flatMap(({ of }) => of.map((each) => each.kind))), SUPPORTING];
  if (allowed.includes(kind)) return undefined;
  return { code: 'FINANCE_EVIDENCE_KIND_UNKNOWN', path: ['input', 'kind'], facts: { kind }, details: { allowed } };
}

function refusalOf(problem: AnnouncementProblem, { mediaType }: AddEvidence): Refusal<EvidenceRefusal> {
  switch (problem) {
    case 'FILE_NAME':
      return { code: 'FINANCE_EVIDENCE_FILE_NAME_UNFIT', path: ['input', 'fileName'] };
    case 'MEDIA_TYPE': {
      const [path, details] = [['input', 'mediaType'], { allowed: ALLOWED_MEDIA_TYPES }];
      return { code: 'FINANCE_EVIDENCE_MEDIA_TYPE_NOT_ALLOWED', path, facts: { mediaType }, details };
    }
    case 'SIZE': {
      const limit = { limit: SIZE_BYTES_AT_MOST };
      return {
        code: 'FINANCE_EVIDENCE_SIZE_OUT_OF_BOUNDS',
        path: ['input', 'sizeBytes'],
        facts: limit,
        details: limit,
      };
    }
  }
}
