import { Node } from '@redress/graphql-runtime';
import { Directive, ObjectType } from 'type-graphql';

/** What other services own and find by its key, with what it is. */
const OWNED_ELSEWHERE = {
  Case: 'The handling of a complaint.',
  StaffMember: 'A member of staff, whom case handling knows.',
  OrganisationUnit: 'A unit of the organisation.',
  RegulationDraft: 'A regulation that is being written.',
  GapDecision: 'A decision on what a regulation leaves out.',
  Simulation: 'A past window under another version of a regulation.',
  LibraryEntry: 'A case of the library, without personal data.',
  Settlement: 'Money or goods given to settle a complaint.',
  Purchase: 'An order with its paid lines.',
  Payout: 'A payment of a settlement.',
  BankTransferBatch: 'A file of bank transfers.',
  Voucher: 'Store credit.',
  Fulfilment: 'An exchange or a repair that a department carries out.',
  FinancePaper: 'A paper of finance.',
  ReturnAuthorisation: 'Goods that may come back.',
  ReturnException: 'Goods that came back unlike they were authorised.',
  WarehouseReceipt: 'Goods that the warehouse received.',
  ReceiptImport: 'A file of warehouse receipts.',
  Signal: 'A rise of complaints that is more than chance.',
  ImprovementPoint: 'Something to be improved, with its effect.',
  Report: 'A report of a period, with frozen figures.',
} as const;

/** The types of other services that `node` hands on to their owners. */
export const FOREIGN_TYPES: ReadonlySet<string> = new Set(Object.keys(OWNED_ELSEWHERE));

/** This service’s part of each: its id. */
export const FOREIGN_NODES = Object.entries(OWNED_ELSEWHERE).map(([name, description]) => {
  @Directive('@key(fields: "id", resolvable: false)')
  @ObjectType(name, { implements: Node, description })
  class Foreign extends Node {}
  return Foreign;
});
