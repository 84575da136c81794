import type { Label } from '@redress/regulations';
import type { TenantReader } from '@redress/persistence';
import { promisedDates } from '../../regulation/model/acknowledgement.model';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { inForceAt, type Adoption } from '../../regulation/model/adoption.model';
import type { CaseFacts, CaseFactsClient } from '../model/case-facts.client';
import type { LetterFile } from '../model/letter-file.repository';
import { letterTextPlace, type LetterLanguage, type Telling } from '../model/letter.model';
import { renderLetter, type LetterTemplate, type LetterView } from '../templates/letter-template';
import type { LetterTemplates } from '../templates/letter-templates.repository';

/** What writing a letter needs around it. */
export interface ComposeLetterPorts {
  readonly adoptions: AdoptionBook;
  readonly templates: LetterTemplates;
  readonly caseFacts: CaseFactsClient;
}

/** A letter as written, and what it tells of that which an acknowledgement may tell. */
export interface ComposedLetter extends LetterTemplate {
  readonly told: readonly Telling[];
}

/** The reply whose text a letter carries is not there yet, so that it cannot be written. */
export class ReplyMissing extends Error {}

/**
 * Writes a letter from its template, in its language and by the clock of the organisation. Throws `CaseHandlingAway`
 * when what it has to say cannot be asked for, and `ReplyMissing` when it is not there.
 */
export async function composeLetter(
  reader: TenantReader,
  letter: LetterFile,
  ports: ComposeLetterPorts,
): Promise<ComposedLetter> {
  const { receivedAt } = letter.complaint;
  const adoption = inForceAt(await ports.adoptions.read(reader, receivedAt), receivedAt);
  const setting = await ports.templates.readSetting(reader);
  const facts = await factsFor(reader.tenantId, letter, ports.caseFacts);
  if (letter.replyId !== undefined && facts?.reply === undefined) throw new ReplyMissing();
  const view = {
    number: letter.complaint.number,
    complainant: letter.addressee?.identity.name,
    organisation: setting.organisationName,
    receivedOn: inWords(receivedAt, letter.language, adoption),
    text: letter.replyId === undefined ? textOf(letter) : facts?.reply?.text,
    ...(letter.purpose === 'ACKNOWLEDGEMENT'
      ? acknowledgementView(letter, adoption)
      : caseView(letter.language, adoption, facts)),
  };
  const { purpose, language } = letter;
  const regulationId = adoption?.regulation.id;
  const template = await ports.templates.find(reader, {
    purpose,
    language,
    ...(regulationId === undefined ? {} : { regulationId }),
  });
  return { ...renderLetter(template, view), told: toldBy(letter, view) };
}

/** An acknowledgement says what is known at receipt; it does not wait for case handling. */
function factsFor(tenantId: string, letter: LetterFile, client: CaseFactsClient): Promise<CaseFacts | undefined> {
  if (letter.purpose === 'ACKNOWLEDGEMENT') return Promise.resolve(undefined);
  const { complaintId, replyId } = letter;
  return client.read({ tenantId, complaintId, ...(replyId === undefined ? {} : { replyId }) });
}

function textOf({ id, sealedText, addressee }: LetterFile): string | undefined {
  return sealedText === undefined ? undefined : addressee?.key.openText(letterTextPlace(id), sealedText);
}

function acknowledgementView({ tells, language, complaint }: LetterFile, adoption: Adoption | undefined): LetterView {
  const promised = adoption === undefined ? [] : promisedDates(adoption, complaint.receivedAt);
  const last = promised.reduce<Date | undefined>(
    (latest, { dueAt }) => (latest === undefined || dueAt > latest ? dueAt : latest),
    undefined,
  );
  const process = (adoption?.regulation.stages ?? []).map(({ label }) => ({ label: word(label, language) }));
  return {
    ...(tells.includes('PROCESS') ? listView('process', process) : {}),
    ...(tells.includes('TIME_NODES') ? listView('stages', datesView(promised, language, adoption)) : {}),
    ...(tells.includes('EXPECTED_REPLY') && last !== undefined
      ? { expectedReply: inWords(last, language, adoption) }
      : {}),
  };
}

function caseView(language: LetterLanguage, adoption: Adoption | undefined, facts: CaseFacts | undefined): LetterView {
  const labels = new Map((adoption?.regulation.stages ?? []).map(({ stage, label }) => [stage, label]));
  const dates = (facts?.dueDates ?? []).map(({ stage, dueAt }) => ({
    label: labels.get(stage) ?? { zh: stage, en: stage },
    dueAt,
  }));
  return {
    handler: facts?.handler?.name,
    contact: facts?.handler?.contact,
    ...listView('stages', datesView(dates, language, adoption)),
  };
}

function datesView(
  dates: readonly { readonly label: Label; readonly dueAt: Date }[],
  language: LetterLanguage,
  adoption: Adoption | undefined,
) {
  return dates.map(({ label, dueAt }) => ({ label: word(label, language), due: inWords(dueAt, language, adoption) }));
}

/** Templates cannot ask whether a list has entries, so that a list comes with a sign that it has. */
function listView(name: 'process' | 'stages', entries: readonly Readonly<Record<string, string>>[]): LetterView {
  if (entries.length === 0) return {};
  return { [name]: entries, [name === 'process' ? 'hasProcess' : 'hasStages']: 'yes' };
}

function toldBy({ tells }: LetterFile, view: LetterView): Telling[] {
  const said: Readonly<Record<Telling, boolean>> = {
    RECEIPT: true,
    NUMBER: true,
    HANDLER_NAME: view['handler'] !== undefined,
    HANDLER_CONTACT: view['contact'] !== undefined,
    PROCESS: view['process'] !== undefined,
    TIME_NODES: view['stages'] !== undefined,
    EXPECTED_REPLY: view['expectedReply'] !== undefined,
  };
  return tells.filter((telling) => said[telling]);
}

function word(label: Label, language: LetterLanguage): string {
  return language === 'en' ? label.en : label.zh;
}

function inWords(at: Date, language: LetterLanguage, adoption: Adoption | undefined): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: adoption?.settings.timeZone ?? 'UTC',
  }).format(at);
}
