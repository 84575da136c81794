import { newId } from '@redress/kernel';
import type { ResolveReferences } from '@redress/graphql-runtime';
import type { Database, EntityClass } from '@redress/persistence';
import type { Composition } from '@redress/service-host';
import { AdoptRegulationResolver } from '../adoption/adopt-regulation/adopt-regulation.resolver';
import { SignAdoptionResolver } from '../adoption/sign-adoption/sign-adoption.resolver';
import {
  AdoptionSignaturesResolver,
  AdoptionsResolver,
  OpenValueResolver,
  RegulationResolver,
  RegulationStageResolver,
} from '../adoption/view-regulations/regulations.resolver';
import type { AdoptionRepository } from '../adoption/model/adoption.repository';
import type { CaseCommandDependencies } from '../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../complaint-case/case-command/case-mutations';
import type { CaseDetails } from '../complaint-case/view-cases/case-details.loader';
import { mysqlWorkerLease } from '../overdue/adapters/worker-lease.repository-mysql';
import { mysqlGapDecisions } from '../regulation-drafts/adapters/gap-decision.repository-mysql';
import { mysqlRegulationDrafts } from '../regulation-drafts/adapters/regulation-draft.repository-mysql';
import { RegulationDraftRow } from '../regulation-drafts/adapters/regulation-draft.row';
import { regulationLibrary } from '../regulation-drafts/adapters/regulation-library.repository-mysql';
import { DraftMutationsResolver } from '../regulation-drafts/draft-regulation/draft-mutations.resolver';
import { GapDecisionsResolver } from '../regulation-drafts/record-gap-decision/gap-decisions.resolver';
import { DraftsResolver } from '../regulation-drafts/view-drafts/drafts.resolver';
import { draftReferences } from '../regulation-drafts/view-drafts/regulation-draft.reference';
import { gapDecisionReferences } from '../regulation-drafts/view-gap-decisions/gap-decision.reference';
import { mysqlCandidates } from '../routing/adapters/candidates.repository-mysql';
import { CaseSituations } from '../complaint-case/view-cases/case-situation.loader';
import { mysqlRoutingSetting } from '../routing/adapters/routing-setting.repository-mysql';
import { autoAssignWorker } from '../routing/auto-assign/auto-assign.job';
import { NameComplaineeResolver } from '../routing/name-complainee/name-complainee.resolver';
import { SetRoutingResolver } from '../routing/set-routing/set-routing.resolver';
import { RoutingResolver } from '../routing/view-workload/routing.resolver';
import { mysqlSimulations } from '../simulation/adapters/simulation.repository-mysql';
import { simulationWorker } from '../simulation/replay-cases/simulation.job';
import { SimulationMutationsResolver } from '../simulation/request-simulation/simulation-mutations.resolver';
import { simulationReferences } from '../simulation/view-simulations/simulation.reference';
import { SimulationsResolver } from '../simulation/view-simulations/simulations.resolver';
import { StaffMemberRow } from '../staff/adapters/staff-member.row';
import type { StaffRepository } from '../staff/model/staff.repository';
import { StaffMutationsResolver } from '../staff/register-staff-member/staff-mutations.resolver';
import { staffMemberReferences } from '../staff/view-staff/staff-member.reference';
import { StaffResolver } from '../staff/view-staff/staff.resolver';
import { OrganisationUnitRow } from './adapters/organisation-unit.row';
import { mysqlUnits } from './adapters/unit.repository-mysql';
import { ChangeUnitsResolver } from './change-units/change-units.resolver';
import { unitReferences } from './view-units/organisation-unit.reference';
import { UnitOfStaffResolver } from './view-units/unit-of-staff.resolver';
import { UnitsResolver } from './view-units/units.resolver';

/** What answers about the organisation: its people and units, its regulations, and how cases are given to people. */
export const ORGANISATION_RESOLVERS = [
  StaffResolver,
  StaffMutationsResolver,
  UnitsResolver,
  UnitOfStaffResolver,
  ChangeUnitsResolver,
  AdoptionsResolver,
  AdoptRegulationResolver,
  SignAdoptionResolver,
  AdoptionSignaturesResolver,
  RegulationResolver,
  RegulationStageResolver,
  OpenValueResolver,
  DraftsResolver,
  DraftMutationsResolver,
  GapDecisionsResolver,
  NameComplaineeResolver,
  RoutingResolver,
  SetRoutingResolver,
  SimulationsResolver,
  SimulationMutationsResolver,
] as const;

export const ORGANISATION_ROWS: readonly EntityClass[] = [StaffMemberRow, OrganisationUnitRow, RegulationDraftRow];

type Dependencies = CaseCommandDependencies & {
  readonly staff: StaffRepository;
  readonly adoptions: AdoptionRepository;
};
type Working = Parameters<typeof simulationWorker>[0] & Parameters<typeof autoAssignWorker>[0];

/** Wires it. */
export function organisation(
  dependencies: Dependencies & { readonly details: CaseDetails },
  mutations: CaseMutations,
): readonly object[] {
  const { database, adoptions, plans, details, clock } = dependencies;
  const own = {
    ...dependencies,
    library: regulationLibrary(),
    units: mysqlUnits(),
    drafts: mysqlRegulationDrafts(),
    gapDecisions: mysqlGapDecisions(),
    routingSetting: mysqlRoutingSetting(),
    simulations: mysqlSimulations(newId),
  };
  return [
    new StaffResolver(database),
    new StaffMutationsResolver(own),
    new UnitsResolver(database),
    new UnitOfStaffResolver(database),
    new ChangeUnitsResolver(own),
    new AdoptionsResolver(database, adoptions, own.library, clock),
    new AdoptRegulationResolver(own),
    new SignAdoptionResolver(own),
    new AdoptionSignaturesResolver(database),
    new RegulationResolver(),
    new RegulationStageResolver(),
    new OpenValueResolver(),
    new DraftsResolver(database),
    new DraftMutationsResolver(own),
    new GapDecisionsResolver(own),
    new NameComplaineeResolver(own, mutations),
    new RoutingResolver(database, new CaseSituations(database, details, plans, clock), mysqlCandidates(), clock),
    new SetRoutingResolver(own),
    new SimulationsResolver(database),
    new SimulationMutationsResolver(own),
  ];
}

/** What other subgraphs refer to. */
export function organisationReferences(database: Database): Readonly<Record<OrganisationEntity, ResolveReferences>> {
  return {
    StaffMember: staffMemberReferences(database),
    OrganisationUnit: unitReferences(database),
    RegulationDraft: draftReferences(database),
    GapDecision: gapDecisionReferences(database),
    Simulation: simulationReferences(database),
  };
}

export const ORGANISATION_ENTITIES = [
  'StaffMember',
  'OrganisationUnit',
  'RegulationDraft',
  'GapDecision',
  'Simulation',
] as const;
type OrganisationEntity = (typeof ORGANISATION_ENTITIES)[number];

const LOOK_EVERY_MS = 1_000;

/** What it does by itself; a lease lets one process at a time do it. */
export function organisationWorkers(
  dependencies: Omit<Working, 'lease' | 'everyMs' | 'simulations' | 'candidates'>,
): NonNullable<Composition['workers']> {
  const { system } = dependencies.database;
  const lease = (worker: string) => ({ lease: mysqlWorkerLease(system, worker, newId()), everyMs: LOOK_EVERY_MS });
  return [
    simulationWorker({ ...dependencies, simulations: mysqlSimulations(newId), ...lease('simulation') }),
    autoAssignWorker({ ...dependencies, candidates: mysqlCandidates(), ...lease('auto-assign') }),
  ];
}
