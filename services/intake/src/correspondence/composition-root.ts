import { newId, type Clock } from '@redress/kernel';
import type { EventHandlers } from '@redress/messaging';
import type { Logger } from '@redress/observability';
import type { RequestKeyRing } from '@redress/identity';
import type { Database } from '@redress/persistence';
import type { Composition } from '@redress/service-host';
import type { ComplaintRegister } from '../complaint/model/complaint-register.repository';
import type { MasterKeys } from '../personal-data/master-keys';
import type { AdoptionBook } from '../regulation/model/adoption-book.repository';
import { mysqlAcknowledgementBook } from './adapters/acknowledgement-book.repository-mysql';
import { mysqlAddressedComplaints } from './adapters/addressed-complaint.repository-mysql';
import { httpCaseFacts } from './adapters/case-facts.client';
import { mysqlLetterOutbox } from './adapters/letter-outbox.repository-mysql';
import { mysqlLetterTemplates } from './adapters/letter-templates.repository-mysql';
import { smtpCarrier } from './adapters/smtp-carrier.client';
import { caseCorrespondenceConsumer } from './follow-case/case-correspondence.consumer';
import type { LetterCarrier } from './model/letter-carrier.client';
import { acknowledgedRegister } from './plan-acknowledgements/acknowledged-register';
import { planAcknowledgements } from './plan-acknowledgements/plan-acknowledgement.handler';
import { RecordAcknowledgementResolver } from './record-acknowledgement/record-acknowledgement.resolver';
import { RequestLetterResolver } from './request-letter/request-letter.resolver';
import { ResendLetterResolver } from './resend-letter/resend-letter.resolver';
import { correspondenceJob } from './send-letters/correspondence.job';
import { sendLetter } from './send-letters/send-letter.handler';
import { LetterTemplatesResolver } from './set-letter-template/letter-templates.resolver';
import { readShippedLetters } from './templates/shipped-letters';
import { AcknowledgementsResolver } from './view-letters/acknowledgements.resolver';
import { ComplaintLettersResolver, LetterAttemptsResolver, LettersResolver } from './view-letters/letters.resolver';

/** The resolvers of correspondence. */
export const CORRESPONDENCE_RESOLVERS = [
  ComplaintLettersResolver,
  LettersResolver,
  LetterAttemptsResolver,
  AcknowledgementsResolver,
  RecordAcknowledgementResolver,
  ResendLetterResolver,
  RequestLetterResolver,
  LetterTemplatesResolver,
] as const;

/** What correspondence stands on. */
export interface CorrespondenceFoundations {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How correspondence is connected with the world. */
export interface CorrespondenceSettings {
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  readonly caseHandlingUrl: string;
  readonly requestKeys: RequestKeyRing;
  readonly pollMs: number;
}

const LEASE_MS = 180_000;

/** Wires letters to complainants: their outbox, what asks for them, and who carries them. */
export function composeCorrespondence(
  { database, masters, adoptions, clock, logger }: CorrespondenceFoundations,
  settings: CorrespondenceSettings,
  moreCarriers: readonly LetterCarrier[] = [],
) {
  const acknowledgements = mysqlAcknowledgementBook(database);
  const complaints = mysqlAddressedComplaints(masters);
  const outbox = mysqlLetterOutbox(database, masters);
  const templates = mysqlLetterTemplates(readShippedLetters());
  const carriers = [...mailCarrier(settings), ...moreCarriers];
  const shared = { database, acknowledgements, complaints, outbox, templates, adoptions, clock, newId, logger };
  const caseFacts = httpCaseFacts(settings.caseHandlingUrl, settings.requestKeys);
  const sending = { ...shared, carriers, caseFacts, domain: domainOf(settings.mailFrom) };
  const media = carriers.map(({ medium }) => medium);
  const job = correspondenceJob({
    plan: () => planAcknowledgements(shared),
    lease: (limit) => outbox.lease(media, limit, LEASE_MS),
    send: (leased) => sendLetter(leased, sending),
    logger,
    pollMs: settings.pollMs,
  });
  const resolvers: readonly object[] = [
    new ComplaintLettersResolver(database, masters),
    new LettersResolver(database, masters),
    new LetterAttemptsResolver(database),
    new AcknowledgementsResolver(database),
    new RecordAcknowledgementResolver(shared),
    new ResendLetterResolver(shared, masters),
    new RequestLetterResolver(shared, masters),
    new LetterTemplatesResolver(shared),
  ];
  const handlers: EventHandlers = caseCorrespondenceConsumer(shared);
  return {
    ports: { acknowledgements, complaints, outbox },
    resolvers,
    handlers,
    worker: workerOf(job, carriers),
    acknowledging: registerOf(acknowledgements),
  };
}

function registerOf(acknowledgements: Parameters<typeof acknowledgedRegister>[1]) {
  return (register: ComplaintRegister): ComplaintRegister => acknowledgedRegister(register, acknowledgements);
}

/** Without a mail server letters wait, and can be seen to wait. */
function mailCarrier({ smtpUrl, mailFrom }: CorrespondenceSettings): LetterCarrier[] {
  if (smtpUrl === undefined) return [];
  if (mailFrom === undefined) throw new Error('intake cannot start: REDRESS_SMTP_URL needs REDRESS_MAIL_FROM');
  return [smtpCarrier({ url: smtpUrl, from: mailFrom })];
}

function domainOf(mailFrom: string | undefined): string {
  return /@([^\s>@]+)>?\s*$/.exec(mailFrom ?? '')?.[1] ?? 'redress.invalid';
}

function workerOf(
  job: ReturnType<typeof correspondenceJob>,
  carriers: readonly LetterCarrier[],
): NonNullable<Composition['workers']>[number] {
  return {
    name: 'correspondence',
    start: () => job.start(),
    stop: async () => {
      await job.stop();
      await Promise.all(carriers.map((carrier) => carrier.close()));
    },
  };
}
