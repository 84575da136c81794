import { createHash } from 'node:crypto';
import { canonicalJson, newId, type Money } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { TenantCalendar } from '../../tenant-calendar/model/tenant-calendar.repository';
import type { PaperContent, PaperField, PaperLine, PaperText } from '../model/paper-content.model';
import { isRegulated, SERIES, type PaperKind } from '../model/paper-kind.model';
import { field, WORDS } from '../model/paper-words.model';
import { paperProvision } from '../model/paper-provision.model';
import type { Paper } from '../model/paper.model';
import type { PaperRepository, UnnumberedPaper } from '../model/paper.repository';
import type { RegulatedCaseOf } from '../model/regulated-case.repository';

/** What is to be drawn up. What holders and signers there are, the regulation of the case says. */
export interface DrawUpPaper {
  readonly kind: PaperKind;
  readonly source: Paper['source'];
  readonly settlementId?: string;
  readonly caseId?: string;
  readonly customerId?: string;
  readonly amount?: Money;
  readonly fields: readonly PaperField[];
  readonly lines?: readonly PaperLine[];
  readonly texts?: readonly PaperText[];
  /** Who has to sign, where the regulation names approvers for what the paper is about. */
  readonly approvers?: readonly string[];
  readonly supersedes?: string;
  readonly at: Date;
  readonly by: string;
}

export interface DrawUpPaperPorts {
  readonly papers: PaperRepository;
  readonly calendar: TenantCalendar;
  readonly regulatedCaseOf: RegulatedCaseOf;
}

/** Draws a paper up in the caller's transaction, with whose commit it gets its number. Answers its id. */
export async function drawUpPaper(
  tx: TenantTransaction,
  command: DrawUpPaper,
  { papers, calendar, regulatedCaseOf }: DrawUpPaperPorts,
): Promise<string> {
  const { kind, caseId, at, by, amount, approvers, fields, lines = [], texts = [] } = command;
  const regulated = caseId !== undefined && isRegulated(kind) ? await regulatedCaseOf(tx, caseId) : {};
  const provision = paperProvision(kind, regulated.regulation, approvers);
  const localTime = await calendar.localTimeOf(tx, at);
  const content: PaperContent = {
    ...provision,
    ...(amount === undefined ? {} : { currency: amount.currency }),
    fields: [...caseFields(regulated.number), ...fields],
    lines,
    texts,
    localTime,
  };
  const id = newId();
  const paper: UnnumberedPaper = {
    id,
    kind,
    source: command.source,
    ...present(command),
    content,
    contentSha256: createHash('sha256').update(canonicalJson({ id, kind, content })).digest('hex'),
    drawnUpAt: at,
    drawnUpBy: by,
    version: 1,
  };
  papers.addAtCommit(tx, paper, { name: SERIES[kind], year: Number(localTime.slice(0, 4)) });
  return id;
}

function caseFields(number: string | undefined): readonly PaperField[] {
  return number === undefined ? [] : [field(WORDS.caseNumber, number)];
}

function present({ settlementId, caseId, customerId, amount, supersedes }: DrawUpPaper): Partial<Paper> {
  return {
    ...(settlementId === undefined ? {} : { settlementId }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(amount === undefined ? {} : { amount }),
    ...(supersedes === undefined ? {} : { supersedes }),
  };
}
