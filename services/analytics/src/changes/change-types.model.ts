const GRAPHQL_TYPES: Readonly<Record<string, string>> = {
  complaint: 'Complaint',
  case: 'Case',
  adoption: 'Adoption',
  purchase: 'Purchase',
  settlement: 'Settlement',
  'return-authorisation': 'ReturnAuthorisation',
  'return-exception': 'ReturnException',
  'journal-entry': 'JournalEntry',
  'accounting-period': 'AccountingPeriod',
  'staff-standing': 'StaffStanding',
};

/** The type in the graph of a kind of aggregate; a kind that is newer than this code keeps its own name. */
export function graphqlTypeOf(aggregateType: string): string {
  return GRAPHQL_TYPES[aggregateType] ?? aggregateType.replace(/[^A-Za-z0-9]/g, '');
}

/** What a customer may follow of their own complaint; the organisation's inner steps are not among them. */
export const CUSTOMER_VISIBLE_TYPES: readonly string[] = [
  'intake.complaint.registered',
  'intake.complaint.attachment-added',
  'case-handling.case.opened',
  'case-handling.case.accepted',
  'case-handling.reply.sent',
  'case-handling.consent.recorded',
  'case-handling.case.closed',
  'finance.settlement.completed',
];
