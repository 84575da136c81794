import { buildSubgraph, containerOf, createPubSub, type PubSub, type SubgraphSchema } from '@redress/graphql-runtime';
import { newId, systemClock } from '@redress/kernel';
import type { EntityClass } from '@redress/persistence';
import type { Composition, Foundations } from '@redress/service-host';
import { mysqlAdoptions } from './adoption/adapters/adoption.repository-mysql';
import { SignAdoptionResolver } from './adoption/sign-adoption/sign-adoption.resolver';
import type { AdoptRegulationDependencies } from './adoption/adopt-regulation/adopt-regulation.handler';
import { AdoptRegulationResolver } from './adoption/adopt-regulation/adopt-regulation.resolver';
import {
  AdoptionSignaturesResolver,
  AdoptionsResolver,
  OpenValueResolver,
  RegulationResolver,
  RegulationStageResolver,
} from './adoption/view-regulations/regulations.resolver';
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
import { OrganisationUnitRow } from './organisation/adapters/organisation-unit.row';
import { mysqlUnits } from './organisation/adapters/unit.repository-mysql';
import { ChangeUnitsResolver } from './organisation/change-units/change-units.resolver';
import { unitReferences } from './organisation/view-units/organisation-unit.reference';
import { UnitOfStaffResolver } from './organisation/view-units/unit-of-staff.resolver';
import { UnitsResolver } from './organisation/view-units/units.resolver';
import { DELAY_RESOLVERS, delays } from './overdue/composition-root';
import { mysqlWorkerLease } from './overdue/adapters/worker-lease.repository-mysql';
import { overdueWorker } from './overdue/notice-overdue/notice-overdue.job';
import { mysqlRegulationDrafts } from './regulation-drafts/adapters/regulation-draft.repository-mysql';
import { RegulationDraftRow } from './regulation-drafts/adapters/regulation-draft.row';
import { regulationLibrary } from './regulation-drafts/adapters/regulation-library.repository-mysql';
import { DraftMutationsResolver } from './regulation-drafts/draft-regulation/draft-mutations.resolver';
import { GapDecisionsResolver } from './regulation-drafts/record-gap-decision/gap-decisions.resolver';
import { DraftsResolver } from './regulation-drafts/view-drafts/drafts.resolver';
import { draftReferences } from './regulation-drafts/view-drafts/regulation-draft.reference';
import { gapDecisionReferences } from './regulation-drafts/view-gap-decisions/gap-decision.reference';
import { autoAssignWorker } from './routing/auto-assign/auto-assign.job';
import { NameComplaineeResolver } from './routing/name-complainee/name-complainee.resolver';
import { SetRoutingResolver } from './routing/set-routing/set-routing.resolver';
import { RoutingResolver } from './routing/view-workload/routing.resolver';
import { simulationWorker } from './simulation/replay-cases/simulation.job';
import { SimulationMutationsResolver } from './simulation/request-simulation/simulation-mutations.resolver';
import { simulationReferences } from './simulation/view-simulations/simulation.reference';
import { SimulationsResolver } from './simulation/view-simulations/simulations.resolver';
import { caseHandlingRefusalTexts } from './refusal-texts';
import type { StaffDependencies } from './staff/register-staff-member/register-staff-member.handler';
import { StaffMutationsResolver } from './staff/register-staff-member/staff-mutations.resolver';
import { StaffMemberRow } from './staff/adapters/staff-member.row';
import { mysqlStaff } from './staff/adapters/staff.repository-mysql';
import { staffMemberReferences } from './staff/view-staff/staff-member.reference';
import { StaffResolver } from './staff/view-staff/staff.resolver';

/** The row classes of the service. */
export const ROWS: readonly EntityClass[] = [ComplaintCaseRow, StaffMemberRow, OrganisationUnitRow, RegulationDraftRow];

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
  StaffResolver,
  StaffMutationsResolver,
  UnitsResolver,
  UnitOfStaffResolver,
  ChangeUnitsResolver,
  AdoptionsResolver,
  AdoptRegulationResolver,
  SignAdoptionResolver,
  AdoptionSignaturesResolver,
  DraftsResolver,
  DraftMutationsResolver,
  GapDecisionsResolver,
  NameComplaineeResolver,
  RoutingResolver,
  SetRoutingResolver,
  SimulationsResolver,
  SimulationMutationsResolver,
  RegulationResolver,
  RegulationStageResolver,
  OpenValueResolver,
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
    StaffMember: none,
    OrganisationUnit: none,
    RegulationDraft: none,
    GapDecision: none,
    Simulation: none,
  };
  return subgraph({ resolvers: [], references, pubSub: createPubSub() });
}

const LOOK_FOR_OVERDUE_EVERY_MS = 1_000;
const LOOK_FOR_WAITING_EVERY_MS = 1_000;

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
  const dependencies = { database, cases, plans, staff, adoptions, clock, newId };
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
        new SendReplyResolver(dependencies, mutations),
        new RecordConsentResolver(dependencies, mutations),
        new CloseCaseResolver(dependencies, mutations),
        ...stageCourse(dependencies, mutations),
        ...delays({ ...dependencies, details }, mutations),
        new NameComplaineeResolver(dependencies, mutations),
        new RoutingResolver(database, details, plans, clock),
        ...governance(dependencies),
      ],
      references: {
        Case: caseReferences(details, clock),
        Complaint: complaintReferences,
        StaffMember: staffMemberReferences(database),
        OrganisationUnit: unitReferences(database),
        RegulationDraft: draftReferences(database),
        GapDecision: gapDecisionReferences(database),
        Simulation: simulationReferences(database),
      },
      pubSub,
    }),
    consumptions: [
      {
        producer: 'intake',
        handlers: { ...onComplaintRegistered(dependencies), ...onComplaintReported(dependencies) },
      },
      { producer: 'finance', handlers: onSettlementReported(dependencies) },
    ],
    workers: workersOf({ ...dependencies, logger, bulk: casesInBulk(feed) }),
  };
}

/** What regulations ask for on the way of a case beside the acts that every case has. */
function stageCourse(
  dependencies: Omit<HandOverDependencies, 'handOvers'>,
  mutations: CaseMutations,
): readonly object[] {
  return [
    new RefuseAcceptanceResolver(dependencies, mutations),
    new ChangeLevelResolver(dependencies, mutations),
    new HandOverResolver({ ...dependencies, handOvers: mysqlHandOvers() }, mutations),
    new CompleteStageResolver(dependencies, mutations),
    new DecideStageResolver(dependencies, mutations),
    new PromiseReplyResolver(dependencies, mutations),
  ];
}

type Working = Parameters<typeof overdueWorker>[0] & Parameters<typeof autoAssignWorker>[0];

/** What the service does by itself; a lease lets one process at a time do it. */
function workersOf(dependencies: Omit<Working, 'lease' | 'everyMs'>): NonNullable<Composition['workers']> {
  const { database } = dependencies;
  return [
    simulationWorker({
      ...dependencies,
      lease: mysqlWorkerLease(database.system, 'simulation', newId()),
      everyMs: LOOK_FOR_WAITING_EVERY_MS,
    }),
    autoAssignWorker({
      ...dependencies,
      lease: mysqlWorkerLease(database.system, 'auto-assign', newId()),
      everyMs: LOOK_FOR_WAITING_EVERY_MS,
    }),
    overdueWorker({
      ...dependencies,
      lease: mysqlWorkerLease(database.system, 'overdue', newId()),
      everyMs: LOOK_FOR_OVERDUE_EVERY_MS,
    }),
  ];
}

type Governing = Omit<AdoptRegulationDependencies & StaffDependencies, 'library'>;

/** What the organisation sets up: its staff and units, the regulations that it writes and adopts. */
function governance(dependencies: Governing): readonly object[] {
  const { database, adoptions, clock } = dependencies;
  const library = regulationLibrary();
  return [
    new StaffResolver(database),
    new StaffMutationsResolver(dependencies),
    new UnitsResolver(database),
    new UnitOfStaffResolver(database),
    new ChangeUnitsResolver({ database, units: mysqlUnits(), newId }),
    new AdoptionsResolver(database, adoptions, library, clock),
    new AdoptRegulationResolver({ ...dependencies, library }),
    new SignAdoptionResolver({ ...dependencies, library }),
    new AdoptionSignaturesResolver(database),
    new DraftsResolver(database),
    new DraftMutationsResolver({ ...dependencies, drafts: mysqlRegulationDrafts() }),
    new GapDecisionsResolver(dependencies),
    new SetRoutingResolver(database),
    new SimulationsResolver(database),
    new SimulationMutationsResolver({ ...dependencies, library }),
    new RegulationResolver(),
    new RegulationStageResolver(),
    new OpenValueResolver(),
  ];
}
