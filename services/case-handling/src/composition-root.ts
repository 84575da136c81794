import { buildSubgraph, containerOf, createPubSub, type PubSub, type SubgraphSchema } from '@redress/graphql-runtime';
import { newId, systemClock } from '@redress/kernel';
import type { EntityClass } from '@redress/persistence';
import type { Composition, Foundations } from '@redress/service-host';
import { mysqlAdoptions } from './adoption/adapters/adoption.repository-mysql';
import { AcceptCaseResolver } from './complaint-case/accept-case/accept-case.resolver';
import { ChangeLevelResolver } from './complaint-case/change-level/change-level.resolver';
import { CompleteStageResolver } from './complaint-case/complete-stage/complete-stage.resolver';
import { DecideStageResolver } from './complaint-case/decide-stage/decide-stage.resolver';
import { onComplaintReported } from './complaint-case/follow-complaint/complaint-reported.consumer';
import type { HandOverDependencies } from './complaint-case/hand-over/hand-over.handler';
import { HandOverResolver } from './complaint-case/hand-over/hand-over.resolver';
import { mysqlHandOvers } from './complaint-case/adapters/hand-overs.repository-mysql';
import { PromiseReplyResolver } from './complaint-case/promise-reply/promise-reply.resolver';
import { RefuseAcceptanceResolver } from './complaint-case/refuse-acceptance/refuse-acceptance.resolver';
import { ComplaintCaseRow } from './complaint-case/adapters/complaint-case.row';
import { casesInBulk } from './complaint-case/adapters/cases-in-bulk.repository-mysql';
import { mysqlComplaintCases } from './complaint-case/adapters/complaint-case.repository-mysql';
import { adoptedCasePlans } from './complaint-case/adapters/case-plans.repository-adopted';
import { AssignCaseResolver } from './complaint-case/assign-case/assign-case.resolver';
import { CaseMutations } from './complaint-case/case-command/case-mutations';
import { CloseCaseResolver } from './complaint-case/close-case/close-case.resolver';
import { DecideResolutionResolver } from './complaint-case/decide-resolution/decide-resolution.resolver';
import { onSettlementReported } from './complaint-case/follow-settlement/settlement-reported.consumer';
import { onComplaintRegistered } from './complaint-case/open-case/complaint-registered.consumer';
import { ProposeResolutionResolver } from './complaint-case/propose-resolution/propose-resolution.resolver';
import { RecordConsentResolver } from './complaint-case/record-consent/record-consent.resolver';
import { RecordInvestigationResolver } from './complaint-case/record-investigation/record-investigation.resolver';
import { SendReplyResolver } from './complaint-case/send-reply/send-reply.resolver';
import { CaseDetails } from './complaint-case/view-cases/case-details.loader';
import {
  CaseCourseResolver,
  CaseLevelResolver,
  FindingResolver,
} from './complaint-case/view-cases/case-course.resolver';
import { CaseFieldsResolver } from './complaint-case/view-cases/case-fields.resolver';
import { caseReferences, complaintReferences } from './complaint-case/view-cases/case.reference';
import { CasesResolver } from './complaint-case/view-cases/cases.resolver';
import { CaseStageResolver, StageClockResolver } from './complaint-case/view-cases/stage-labels.resolver';
import { caseChangeTopic } from './complaint-case/watch-cases/case-change-topic';
import { CaseChangedResolver } from './complaint-case/watch-cases/case-changed.resolver';
import { DELAY_RESOLVERS, delays } from './overdue/composition-root';
import { mysqlFallingDue } from './overdue/adapters/falling-due.repository-mysql';
import { mysqlWorkerLease } from './overdue/adapters/worker-lease.repository-mysql';
import { overdueWorker } from './overdue/notice-overdue/notice-overdue.job';
import { libraryReferences } from './case-library/view-library/library.reference';
import { CONSEQUENCE_RESOLVERS, consequences } from './follow-up/composition-root';
import { FURTHER_HANDLING_RESOLVERS, furtherHandling, linkedComplaints } from './dissatisfaction/composition-root';
import {
  ORGANISATION_ENTITIES,
  ORGANISATION_RESOLVERS,
  ORGANISATION_ROWS,
  organisation,
  organisationReferences,
  organisationWorkers,
} from './organisation/composition-root';
import { mysqlLinkedCases } from './merged-cases/adapters/linked-cases.repository-mysql';
import { caseHandlingRefusalTexts } from './refusal-texts';
import { mysqlStaff } from './staff/adapters/staff.repository-mysql';

/** The row classes of the service. */
export const ROWS: readonly EntityClass[] = [ComplaintCaseRow, ...ORGANISATION_ROWS];

const RESOLVERS = [
  CasesResolver,
  CaseFieldsResolver,
  CaseCourseResolver,
  CaseLevelResolver,
  FindingResolver,
  StageClockResolver,
  CaseStageResolver,
  CaseChangedResolver,
  AcceptCaseResolver,
  RefuseAcceptanceResolver,
  AssignCaseResolver,
  ChangeLevelResolver,
  HandOverResolver,
  CompleteStageResolver,
  DecideStageResolver,
  PromiseReplyResolver,
  RecordInvestigationResolver,
  ProposeResolutionResolver,
  DecideResolutionResolver,
  SendReplyResolver,
  RecordConsentResolver,
  CloseCaseResolver,
  ...DELAY_RESOLVERS,
  ...FURTHER_HANDLING_RESOLVERS,
  ...CONSEQUENCE_RESOLVERS,
  ...ORGANISATION_RESOLVERS,
] as const;

interface Parts {
  readonly resolvers: readonly object[];
  readonly references: Parameters<typeof buildSubgraph>[0]['references'];
  readonly pubSub: PubSub;
}

function subgraph({ resolvers, references, pubSub }: Parts): SubgraphSchema {
  return buildSubgraph({
    resolvers: RESOLVERS,
    references,
    pubSub,
    refusalTexts: caseHandlingRefusalTexts,
    container: containerOf(resolvers),
  });
}

/** The subgraph without anything behind it: enough to print its schema. */
export function schemaOnly(): SubgraphSchema {
  const none = (): Promise<[]> => Promise.resolve([]);
  const references = {
    Case: none,
    Complaint: none,
    LibraryEntry: none,
    ...Object.fromEntries(ORGANISATION_ENTITIES.map((entity) => [entity, none])),
  };
  return subgraph({ resolvers: [], references, pubSub: createPubSub() });
}

const LOOK_FOR_OVERDUE_EVERY_MS = 1_000;

/** Wires the service. */
export function compose({
  database,
  messaging,
  logger,
  clock = systemClock,
}: Pick<Foundations, 'database' | 'messaging' | 'clock' | 'logger'>): Composition {
  const pubSub = createPubSub();
  const adoptions = mysqlAdoptions(systemClock);
  const plans = adoptedCasePlans(adoptions);
  const feed = caseChangeTopic(pubSub, messaging.signals);
  const cases = mysqlComplaintCases(feed);
  const staff = mysqlStaff();
  const details = new CaseDetails(database);
  const mutations = new CaseMutations(details, clock);
  const linkedCases = mysqlLinkedCases();
  const dependencies = { database, cases, linkedCases, plans, staff, adoptions, clock, newId };
  return {
    schema: subgraph({
      resolvers: [
        new CasesResolver(database, details, clock),
        new CaseFieldsResolver(database, details, plans, clock),
        new CaseCourseResolver(database, details, plans, clock),
        new CaseLevelResolver(),
        new FindingResolver(),
        new StageClockResolver(),
        new CaseStageResolver(),
        new CaseChangedResolver(details, clock),
        new AcceptCaseResolver(dependencies, mutations),
        new AssignCaseResolver(dependencies, mutations),
        new RecordInvestigationResolver(dependencies, mutations),
        new ProposeResolutionResolver(dependencies, mutations),
        new DecideResolutionResolver(dependencies, mutations),
        ...stageCourse(dependencies, mutations),
        ...delays({ ...dependencies, details }, mutations),
        ...furtherHandling({ ...dependencies, details }, mutations),
        ...consequences({ ...dependencies, details }, mutations),
        ...organisation({ ...dependencies, details }, mutations),
      ],
      references: {
        Case: caseReferences(details, clock),
        Complaint: complaintReferences,
        LibraryEntry: libraryReferences(database),
        ...organisationReferences(database),
      },
      pubSub,
    }),
    consumptions: heard(dependencies),
    workers: [
      overdueWorker({
        ...dependencies,
        logger,
        bulk: casesInBulk(feed),
        fallingDue: mysqlFallingDue(database.system),
        lease: mysqlWorkerLease(database.system, 'overdue', newId()),
        everyMs: LOOK_FOR_OVERDUE_EVERY_MS,
      }),
      ...organisationWorkers({ ...dependencies, logger }),
    ],
  };
}

type Hearing = Parameters<typeof onComplaintRegistered>[0] &
  Parameters<typeof onComplaintReported>[0] &
  Parameters<typeof onSettlementReported>[0] &
  Parameters<typeof linkedComplaints>[0];

/** What it hears of complaints, of settlements, and of itself. */
function heard(dependencies: Hearing): NonNullable<Composition['consumptions']> {
  const linked = linkedComplaints(dependencies);
  const intake = { ...onComplaintRegistered(dependencies), ...onComplaintReported(dependencies), ...linked.intake };
  return [
    { producer: 'intake', handlers: intake },
    // What was closed here is followed in a transaction of its own.
    { producer: 'case-handling', handlers: linked.caseHandling },
    { producer: 'finance', handlers: onSettlementReported(dependencies) },
  ];
}

/** What regulations ask for on the way of a case beside the acts that every case has. */
function stageCourse(
  dependencies: Omit<HandOverDependencies, 'handOvers'>,
  mutations: CaseMutations,
): readonly object[] {
  return [
    new RefuseAcceptanceResolver(dependencies, mutations),
    new SendReplyResolver(dependencies, mutations),
    new RecordConsentResolver(dependencies, mutations),
    new CloseCaseResolver(dependencies, mutations),
    new ChangeLevelResolver(dependencies, mutations),
    new HandOverResolver({ ...dependencies, handOvers: mysqlHandOvers() }, mutations),
    new CompleteStageResolver(dependencies, mutations),
    new DecideStageResolver(dependencies, mutations),
    new PromiseReplyResolver(dependencies, mutations),
  ];
}
