import { openContentStore } from '@redress/files';
import { buildSubgraph, containerOf, type ResolveReferences, type SubgraphSchema } from '@redress/graphql-runtime';
import { newId } from '@redress/kernel';
import type { EventHandlers } from '@redress/messaging';
import { openDatabase, type Database, type EntityClass } from '@redress/persistence';
import type { Composition, Foundations } from '@redress/service-host';
import { mysqlAttachmentFile } from './attachment/adapters/attachment-file.repository-mysql';
import { AttachmentRow } from './attachment/adapters/attachment.row';
import { ComplaintHeadRow } from './attachment/adapters/complaint-head.row';
import { attachmentRoutes } from './attachment/http/attachment-routes';
import { attachmentLinks } from './attachment/links/attachment-links';
import { RequestUploadResolver } from './attachment/request-upload/request-upload.resolver';
import { ComplaintAttachmentsResolver, DownloadUrlResolver } from './attachment/view-attachments/attachments.resolver';
import { mysqlCategoryBook } from './category/adapters/category-book.repository-mysql';
import { CategoriesResolver } from './category/view-categories/categories.resolver';
import { categoryReferences } from './category/view-categories/category.reference';
import { mysqlComplaintRegister } from './complaint/adapters/complaint-register.repository-mysql';
import { composeMatters, MATTER_RESOLVERS } from './complaint/composition-root';
import { ImportComplaintsResolver } from './complaint/import-complaints/import-complaints.resolver';
import { registerComplaint } from './complaint/register-complaint/register-complaint.handler';
import { RegisterComplaintResolver } from './complaint/register-complaint/register-complaint.resolver';
import { complaintReferences } from './complaint/view-complaints/complaint.reference';
import { ComplaintsResolver } from './complaint/view-complaints/complaints.resolver';
import { mysqlFirstContactBook } from './contact-window/adapters/first-contact.repository-mysql';
import { receptionOf, unattended } from './contact-window/keep-window/reception.handler';
import { composeCorrespondence, CORRESPONDENCE_RESOLVERS } from './correspondence/composition-root';
import type { Register } from './correspondence/receive-message/register-message.handler';
import { mysqlCustomerFile } from './customer/adapters/customer-file.repository-mysql';
import { composeCustomerFile, CUSTOMER_FILE_RESOLVERS } from './customer-file/composition-root';
import { customerReferences } from './customer/view-customers/customer.reference';
import { CustomersResolver } from './customer/view-customers/customers.resolver';
import type { Environment } from './environment';
import { composeErasure, ERASURE_RESOLVERS } from './erasure/composition-root';
import { composeTelephone, TELEPHONE_RESOLVERS } from './telephone/composition-root';
import { composeIdentityChecks, IDENTITY_CHECK_RESOLVERS } from './identity-check/composition-root';
import { intakeRefusalTexts } from './intake-refusal-texts';
import { composeInbound, INBOUND_RESOLVERS } from './mailbox/composition-root';
import type { MasterKeys } from './personal-data/master-keys';
import { mysqlNumberBlockSource } from './numbering/adapters/number-block-source.repository-mysql';
import { NumberBlocks } from './numbering/number-blocks';
import { composeFrontLine, FRONT_LINE_RESOLVERS } from './on-the-spot/composition-root';
import { FOREIGN_NODES } from './public-graph/foreign-nodes.gql';
import { NodeResolver } from './public-graph/node.resolver';
import { mysqlAdoptionBook } from './regulation/adapters/adoption-book.repository-mysql';
import { regulationAdoptedConsumer } from './regulation/adopt-regulation/regulation-adopted.consumer';
import { mysqlStaffBook } from './staff/adapters/staff-book.repository-mysql';
import { composeWorkOrders, WORK_ORDER_RESOLVERS } from './work-order/composition-root';
import { webhookCarriers } from './webhook-channels/adapters/webhook-carrier.client';

type References = Record<'Complaint' | 'Customer' | 'ComplaintCategory', ResolveReferences>;

const RECEPTION = receptionOf(mysqlStaffBook, mysqlFirstContactBook);
const NOWHERE: ResolveReferences = () => Promise.reject(new Error('this schema is for printing only'));

function subgraph(references: References, resolvers: readonly object[]): SubgraphSchema {
  return buildSubgraph({
    resolvers: [
      RegisterComplaintResolver,
      ImportComplaintsResolver,
      ComplaintsResolver,
      ...MATTER_RESOLVERS,
      CustomersResolver,
      ...CUSTOMER_FILE_RESOLVERS,
      CategoriesResolver,
      RequestUploadResolver,
      ComplaintAttachmentsResolver,
      DownloadUrlResolver,
      NodeResolver,
      ...CORRESPONDENCE_RESOLVERS,
      ...INBOUND_RESOLVERS,
      ...FRONT_LINE_RESOLVERS,
      ...WORK_ORDER_RESOLVERS,
      ...IDENTITY_CHECK_RESOLVERS,
      ...TELEPHONE_RESOLVERS,
      ...ERASURE_RESOLVERS,
    ],
    orphanedTypes: FOREIGN_NODES,
    references,
    refusalTexts: intakeRefusalTexts,
    container: containerOf(resolvers),
  });
}

/** The TypeORM row classes of this service. */
export const rowClasses: readonly EntityClass[] = [AttachmentRow, ComplaintHeadRow];

/** The subgraph without anything behind it: enough to print its schema. */
export function schemaOnly(): SubgraphSchema {
  return subgraph({ Complaint: NOWHERE, Customer: NOWHERE, ComplaintCategory: NOWHERE }, []);
}

/** What of the environment the composition needs. */
export type CompositionSettings = Pick<
  Environment,
  | 'REDRESS_DATABASE_URL'
  | 'REDRESS_MASTER_KEY'
  | 'REDRESS_ATTACHMENTS_DIRECTORY'
  | 'REDRESS_ATTACHMENTS_S3_URL'
  | 'REDRESS_PUBLIC_URL'
  | 'REDRESS_REQUEST_KEYS'
  | 'REDRESS_CASE_HANDLING_URL'
  | 'REDRESS_SMTP_URL'
  | 'REDRESS_MAIL_FROM'
  | 'REDRESS_CORRESPONDENCE_POLL_MS'
  | 'REDRESS_MAILBOXES'
  | 'REDRESS_MAILBOX_POLL_MS'
  | 'REDRESS_CHANNELS'
  | 'REDRESS_CONTACT_CENTRES'
>;

/** Wires the service. */
export async function compose(
  { database, clock, logger }: Foundations,
  settings: CompositionSettings,
): Promise<Composition> {
  const masters = settings.REDRESS_MASTER_KEY;
  // Registrations wait for numbers while they hold a connection; so numbers must never wait for one of those.
  const series = await openDatabase({ url: settings.REDRESS_DATABASE_URL, rows: [], poolSize: 1, logger });
  const numbers = new NumberBlocks(mysqlNumberBlockSource(series), clock);
  const [categories, adoptions] = [mysqlCategoryBook(), mysqlAdoptionBook(clock)];
  const customers = mysqlCustomerFile(masters);
  const attachments = mysqlAttachmentFile;
  const store = await openContentStore(settings.REDRESS_ATTACHMENTS_DIRECTORY, settings.REDRESS_ATTACHMENTS_S3_URL);
  const links = attachmentLinks(settings.REDRESS_PUBLIC_URL, masters.linkKey, clock);
  const outside = connectionsOf(settings);
  const pollMs = settings.REDRESS_CORRESPONDENCE_POLL_MS;
  const common = { database, masters, adoptions, clock, logger };
  const correspondence = composeCorrespondence(common, outside.correspondence, outside.carriers);
  const complaints = correspondence.acknowledging(mysqlComplaintRegister);
  const matters = composeMatters({ database, masters, adoptions, categories, clock });
  const shared = { database, complaints, customers, categories, adoptions, clock, newId };
  const registration = { ...shared, numbers, reception: RECEPTION, ...matters.registration };
  const frontLine = composeFrontLine(registration, masters);
  const register: Register = (...call) => registerComplaint(call[0], call[1], call[2], unattended(registration));
  const workOrders = composeWorkOrders({ ...common, register }, settings.REDRESS_CONTACT_CENTRES, pollMs);
  const inbound = composeInbound({ ...common, attachments, store, ...correspondence.ports, register }, outside.inbound);
  const erasure = composeErasure({ ...common, store }, pollMs);
  const uploads = attachmentRoutes({ database, attachments, store, linkKey: masters.linkKey, clock });
  return {
    schema: subgraph(referencesOf(database, masters), [
      new RegisterComplaintResolver(registration),
      new ImportComplaintsResolver(shared),
      new ComplaintsResolver(database, masters),
      ...matters.resolvers,
      new CustomersResolver(database, masters),
      ...composeCustomerFile(shared, masters),
      new CategoriesResolver(database),
      new RequestUploadResolver({ database, attachments, clock, newId }, links),
      new ComplaintAttachmentsResolver(database),
      new DownloadUrlResolver(links),
      new NodeResolver(database, masters),
      ...correspondence.resolvers,
      ...inbound.resolvers,
      ...frontLine.resolvers,
      ...workOrders.resolvers,
      ...composeIdentityChecks({ ...shared, masters }).resolvers,
      ...composeTelephone({ ...shared, masters }),
      ...erasure.resolvers,
    ]),
    consumptions: [
      ofCaseHandling(
        regulationAdoptedConsumer({ adoptions, categories, newId }),
        correspondence.handlers,
        frontLine.handlers,
        workOrders.handlers,
        erasure.handlers,
      ),
    ],
    routes: (app) => [uploads, inbound.routes, workOrders.routes].forEach((routes) => routes(app)),
    workers: [
      numberSeriesWorker(numbers, series),
      ...[correspondence, inbound, workOrders, erasure].map(({ worker }) => worker),
    ],
  };
}

function referencesOf(database: Database, masters: MasterKeys): References {
  return {
    Complaint: complaintReferences(database),
    Customer: customerReferences(database, masters),
    ComplaintCategory: categoryReferences(database),
  };
}

/** What this service hears of case handling; what several parts want to hear, each of them does. */
function ofCaseHandling(...parts: readonly EventHandlers[]): NonNullable<Composition['consumptions']>[number] {
  const types = new Set(parts.flatMap((part) => Object.keys(part)));
  const inTurn = (type: string): EventHandlers[string] => {
    const handlers = parts.flatMap((part) => part[type] ?? []);
    return async (event, tx) => {
      for (const handle of handlers) await handle(event, tx);
    };
  };
  return { producer: 'case-handling', handlers: Object.fromEntries([...types].map((type) => [type, inTurn(type)])) };
}

/** How the service is connected with mail servers, mailboxes, providers and case handling. */
function connectionsOf(settings: CompositionSettings) {
  return {
    carriers: webhookCarriers(settings.REDRESS_CHANNELS),
    correspondence: {
      smtpUrl: settings.REDRESS_SMTP_URL,
      mailFrom: settings.REDRESS_MAIL_FROM,
      caseHandlingUrl: settings.REDRESS_CASE_HANDLING_URL,
      requestKeys: settings.REDRESS_REQUEST_KEYS,
      pollMs: settings.REDRESS_CORRESPONDENCE_POLL_MS,
    },
    inbound: {
      mailboxes: settings.REDRESS_MAILBOXES,
      mailboxPollMs: settings.REDRESS_MAILBOX_POLL_MS,
      endpoints: settings.REDRESS_CHANNELS,
    },
  };
}

/** Gives the rest of the leased numbers back at the end. */
function numberSeriesWorker(numbers: NumberBlocks, series: Database): NonNullable<Composition['workers']>[number] {
  return {
    name: 'number series',
    start: () => Promise.resolve(),
    stop: async () => {
      await numbers.close();
      await series.close();
    },
  };
}
