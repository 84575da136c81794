import type { Clock } from '@redress/kernel';
import { mysqlLibraryEntries } from '../case-library/adapters/library-entry.repository-mysql';
import { ProposeEntryResolver } from '../case-library/edit-entry/propose-entry.resolver';
import { LibraryResolver } from '../case-library/view-library/library.resolver';
import type { CaseCommandDependencies } from '../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../complaint-case/case-command/case-mutations';
import type { CaseDetails } from '../complaint-case/view-cases/case-details.loader';
import { ArchiveResolver } from '../archive/archive-case/archive.resolver';
import { ArchiveViewResolver } from '../archive/view-archive/archive-view.resolver';
import { ChangeActionsResolver } from '../corrective-actions/change-actions/change-actions.resolver';
import { ActionsResolver } from '../corrective-actions/view-actions/actions.resolver';
import { EightDResolver } from '../eight-d/view-eight-d/eight-d.resolver';
import { WriteEightDResolver } from '../eight-d/write-eight-d/write-eight-d.resolver';
import { RecordEmergencyResolver } from '../emergency/record-emergency/record-emergency.resolver';
import { EmergencyResolver } from '../emergency/view-emergency/emergency.resolver';
import { RecordFollowUpResolver } from './record-follow-up/record-follow-up.resolver';
import { FollowUpsResolver } from './view-follow-ups/follow-ups.resolver';
import { RepairResolver } from '../repair/view-repair/repair.resolver';
import { VisitCustomerResolver } from '../repair/visit-customer/visit-customer.resolver';
import { ClaimFromSupplierResolver } from '../responsibility/claim-from-supplier/claim-from-supplier.resolver';
import { DecideSanctionResolver } from '../responsibility/decide-sanction/decide-sanction.resolver';
import { DetermineResponsibilityResolver } from '../responsibility/determine-responsibility/determine-responsibility.resolver';
import { ResponsibilityResolver } from '../responsibility/view-responsibility/responsibility.resolver';

/** What a case leads to beside its decision: actions, responsibility, emergencies, repairs, follow-ups, its file. */
export const CONSEQUENCE_RESOLVERS = [
  RecordFollowUpResolver,
  FollowUpsResolver,
  ChangeActionsResolver,
  ActionsResolver,
  WriteEightDResolver,
  EightDResolver,
  DetermineResponsibilityResolver,
  DecideSanctionResolver,
  ClaimFromSupplierResolver,
  ResponsibilityResolver,
  RecordEmergencyResolver,
  EmergencyResolver,
  ArchiveResolver,
  ArchiveViewResolver,
  VisitCustomerResolver,
  RepairResolver,
  ProposeEntryResolver,
  LibraryResolver,
] as const;

/** Their resolvers, wired. */
export function consequences(
  dependencies: CaseCommandDependencies & { readonly details: CaseDetails; readonly clock: Clock },
  mutations: CaseMutations,
): readonly object[] {
  const { database, details, plans, clock } = dependencies;
  const entries = mysqlLibraryEntries();
  return [
    new RecordFollowUpResolver(dependencies, mutations),
    new FollowUpsResolver(database, details, clock),
    new ChangeActionsResolver(dependencies, mutations),
    new ActionsResolver(database, details, clock),
    new WriteEightDResolver(dependencies, mutations),
    new EightDResolver(database, details, plans),
    new DetermineResponsibilityResolver(dependencies, mutations),
    new DecideSanctionResolver(dependencies, mutations),
    new ClaimFromSupplierResolver(dependencies, mutations),
    new ResponsibilityResolver(database, details, plans),
    new RecordEmergencyResolver(dependencies, mutations),
    new EmergencyResolver(database, details, plans, clock),
    new ArchiveResolver(dependencies, mutations),
    new ArchiveViewResolver(database, details, clock),
    new VisitCustomerResolver(dependencies, mutations),
    new RepairResolver(details),
    new ProposeEntryResolver({ ...dependencies, entries }, mutations),
    new LibraryResolver(database, clock, entries),
  ];
}
