import type { RemedyKind as RemedyKindName } from '@redress/contracts';
import { ROLES } from '@redress/kernel';
import type { IsoStage as IsoStageName, SegmentReason as Reason } from '@redress/regulations';
import { registerEnumType } from 'type-graphql';
import { CASE_ACTIONS, type PersonalAction } from '../../case-actions.model';
import { CASE_FACTS, type FactType } from '../../case-facts.model';
import type {
  CaseOutcome as Outcome,
  ConsentDecision as Decision,
  ReplyForm as Form,
  ReplyPurpose as Purpose,
  SettlementState,
  Validity as ValidityName,
} from '../model/case.model';
import type { CaseState as State } from '../model/case.transitions';
import type { StageStateName } from '../model/stage-states.model';
import type { ResolutionState as ResolutionStateName } from '../model/resolution.transitions';

type Values<Name extends string> = Readonly<Record<Name, Name>>;

function valuesOf<Name extends string>(names: readonly Name[]): Values<Name> {
  return Object.fromEntries(names.map((name) => [name, name])) as Values<Name>;
}

function register<Name extends string>(
  name: string,
  description: string,
  descriptions: Readonly<Record<Name, string>>,
): Values<Name> {
  const values = valuesOf(Object.keys(descriptions) as Name[]);
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(descriptions).map(([value, text]) => [value, { description: text }]),
  ) as Record<Name, { description: string }>;
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}

export const CaseState = register<State>('CaseState', 'Where a case stands; the same for every regulation.', {
  REGISTERED: 'The complaint was registered and waits for acceptance.',
  ACCEPTED: 'Accepted for handling (受理); waits for a handler.',
  INVESTIGATION: 'A handler investigates.',
  RESOLUTION: 'A resolution is to be proposed, or waits for approval.',
  REPLY: 'The resolution is approved; the complainant is to be told.',
  CONSENT: 'The complainant was told; their agreement or objection is awaited.',
  EXECUTION: 'The complainant agreed; the remedies are carried out.',
  CLOSED: 'Closed (结案).',
});

export const CaseOutcome = register<Outcome>('CaseOutcome', 'How a case ended.', {
  RESOLVED: 'The resolution was carried out.',
  NOT_ESTABLISHED: 'The investigation did not find the complaint valid.',
  WITHDRAWN: 'The complainant withdrew the complaint.',
  REFUSED: 'It was not accepted, for a ground that the regulation names.',
  ANSWERED: 'An item that is no complaint was answered.',
  ADOPTED: 'The suggestion is adopted.',
  NOT_ADOPTED: 'The suggestion is not adopted.',
  MERGED: 'Another case settled the same harm; see `mergedInto`.',
  FORWARDED: 'It is out of scope, and was forwarded to whom it concerns.',
  IMPORTED: 'It had ended before it was taken over; see `imported`.',
});

export const CaseAction = register<PersonalAction>(
  'CaseAction',
  'What a person may do with a case.',
  Object.fromEntries(CASE_ACTIONS.map(({ action, description }) => [action, description])) as Record<
    PersonalAction,
    string
  >,
);

export const Validity = register<ValidityName>('Validity', 'What an investigation found.', {
  VALID: 'The complaint is justified.',
  INVALID: 'The complaint is not justified.',
  UNDETERMINED: 'It could not be found out.',
  AT_FAULT: 'The complaint is justified, and the organisation is at fault (有责投诉).',
  UNTRUE: 'What the complaint says is not true.',
  MALICIOUS: 'The complaint was made in bad faith.',
});

export const ResolutionState = register<ResolutionStateName>('ResolutionState', 'Where a resolution stands.', {
  PROPOSED: 'Waits for approval.',
  APPROVED: 'Approved by a person with the authority for it.',
  REJECTED: 'Sent back by a person with the authority for it.',
  ACCEPTED: 'The complainant agreed.',
  OBJECTED: 'The complainant objected.',
  RETURNED: 'Finance could not settle it; see `returnReason`.',
  EXECUTED: 'Carried out.',
  DROPPED: 'The case was closed for another reason.',
});

export const RemedyKind = register<RemedyKindName>('RemedyKind', 'What a complainant asks for, or is given.', {
  REFUND: 'Money paid is given back (退款).',
  PRICE_REDUCTION: 'The price is lowered before payment (降价).',
  ALLOWANCE: 'A price concession after the sale; the goods stay with the buyer (折让).',
  RETURN: 'The goods go back for credit (退货).',
  EXCHANGE: 'The goods are exchanged (换货).',
  REPAIR: 'The goods are repaired (维修).',
  COMPENSATION: 'A loss is made good (赔偿).',
  GOODWILL: 'Given without an obligation (补偿).',
  STORE_CREDIT: 'A voucher or credit to be spent at the organisation (代金券).',
  APOLOGY: 'An apology (道歉).',
  SERVICE_IMPROVEMENT: 'The service is improved (改进服务).',
  AGREEMENT_SURRENDER: 'A policy is surrendered by agreement (协议退保).',
});

export const RemedySettlementState = register<SettlementState>(
  'RemedySettlementState',
  'What finance last said of the settlement behind a remedy.',
  {
    PROPOSED: 'Drawn up; waits for consent and approval.',
    REFUSED: 'Could not be drawn up.',
    REJECTED: 'Rejected by finance.',
    CANCELLED: 'Fell away with its resolution.',
    FAILED: 'The payment was declined for good.',
    COMPLETED: 'Paid and booked.',
  },
);

export const ReplyForm = register<Form>('ReplyForm', 'How something was told.', {
  WRITTEN: 'In writing.',
  ORAL: 'By word of mouth, also by telephone.',
  LETTER: 'By letter.',
  PHONE: 'By telephone.',
  EMAIL: 'By e-mail.',
  SMS: 'By text message.',
  VISIT: 'On a visit.',
});

export const ReplyPurpose = register<Purpose>('ReplyPurpose', 'What a reply is for.', {
  DECISION: 'Tells the approved resolution.',
  PROGRESS: 'Says how far the case has come.',
  ANSWER: 'Answers an item that is no complaint.',
  REFUSAL: 'Says politely why the complaint is not accepted; written by the mutation `refuseAcceptance`.',
  EXPLANATION: 'Explains why the complaint is not established.',
  EXPLANATION_AND_APOLOGY: 'Explains why the complaint is not established, and apologises for the trouble.',
  EDUCATION: 'Tells the complainant, whose complaint is not true, the facts and their duties.',
});

export const ConsentDecision = register<Decision>('ConsentDecision', 'What the complainant says to a resolution.', {
  ACCEPTED: 'Agrees with it.',
  OBJECTED: 'Objects to it; the case goes back to resolution.',
  NOT_REQUIRED: 'Need not be asked under the regulation; recorded by itself.',
});

export const ClockState = register<'RUNNING' | 'COMPLETED' | 'DISCONTINUED'>('ClockState', 'Where a clock stands.', {
  RUNNING: 'The stage is not finished.',
  COMPLETED: 'The stage is finished.',
  DISCONTINUED: 'The case was closed, or stopped to need the stage, before it was finished.',
});

export const CaseStageState = register<StageStateName>(
  'CaseStageState',
  'Where a stage of the regulation stands in a case.',
  {
    NOT_PLANNED: 'The regulation does not plan it for a case like this.',
    BLOCKED: 'Other stages have to be finished before it begins; see `missing`.',
    PLANNED: 'Yet to come.',
    CURRENT: 'Under way.',
    SUBMITTED: 'Its work is done and waits for approval.',
    DONE: 'Finished.',
    SKIPPED: 'Left out, or the case was closed without it.',
  },
);

export const IsoStage = register<IsoStageName>(
  'IsoStage',
  'Stage of complaints handling in ISO 10002:2018, clause 7.',
  {
    RECEIPT: 'Receipt of complaint.',
    TRACKING: 'Tracking of complaint.',
    ACKNOWLEDGEMENT: 'Acknowledgement of complaint.',
    INITIAL_ASSESSMENT: 'Initial assessment of complaint.',
    INVESTIGATION: 'Investigation of complaint.',
    RESPONSE: 'Response to complaint.',
    COMMUNICATING_THE_DECISION: 'Communicating the decision.',
    CLOSING: 'Closing the complaint.',
    SATISFACTION: 'Satisfaction with the complaints-handling process.',
  },
);

export const SegmentReason = register<Reason>('SegmentReason', 'Why a stretch of time was counted or skipped.', {
  ELAPSED_TIME: 'Counted: minutes and hours run on every day.',
  CALENDAR_DAY: 'Counted: a calendar day.',
  WORKING_DAY: 'Counted: a working day.',
  MAKE_UP_WORKING_DAY: 'Counted: a weekend day that was made a working day (调休).',
  OWN_WORKING_DAY: 'Counted: a day on which the organisation works by its own decision.',
  OPENING_HOURS: 'Counted: time within the opening hours.',
  WEEKEND: 'Skipped: a weekend.',
  PUBLIC_HOLIDAY: 'Skipped: a public holiday.',
  OWN_DAY_OFF: 'Skipped: a day off by decision of the organisation.',
  DAY_OF_START: 'Skipped: what is left of the day on which the time begins.',
  OUTSIDE_OPENING_HOURS: 'Skipped: before the organisation opens or after it closes.',
  BREAK: 'Skipped: between two opening hours of a day, for example at lunch.',
  PAUSE: 'Skipped: time stood still.',
});

export const TimelineType = register<FactType>(
  'TimelineType',
  'What happened to a case.',
  Object.fromEntries(CASE_FACTS.map(({ type, description }) => [type, description])) as Record<FactType, string>,
);

/** Roles are lower-case in tokens and upper-case in the graph. */
export const RoleName = Object.fromEntries(ROLES.map((role) => [role.toUpperCase(), role])) as Readonly<
  Record<string, (typeof ROLES)[number]>
>;

registerEnumType(RoleName, {
  name: 'Role',
  description: 'What somebody may do in the organisation, as their access token says.',
  valuesConfig: {
    CUSTOMER: { description: 'A complainant.' },
    AGENT: { description: 'Registers and accepts complaints.' },
    HANDLER: { description: 'Investigates and resolves.' },
    SUPERVISOR: { description: 'Assigns, and approves within their authority.' },
    FINANCE: { description: 'Approves settlements.' },
    MANAGER: { description: 'Approves within a wider authority.' },
    ANALYST: { description: 'Reads figures.' },
    AUDITOR: { description: 'Reads everything.' },
    ADMIN: { description: 'Keeps regulations and staff.' },
  },
});
