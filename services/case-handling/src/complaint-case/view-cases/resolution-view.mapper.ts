import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import { money } from '@redress/kernel';
import type { WrittenSection } from '../model/facts/stage.events';
import { partsFromText, type RemedyPart as StoredPart } from '../model/remedy-part.model';
import type { Consent, Investigation, Remedy, RemedyPart, Reply, Resolution } from './resolution.gql';
import type { ConsentRow, InvestigationRow, ReplyRow, ResolutionRow } from './resolution-rows.query';

/** Whether internal notes and names may be shown. */
type Audience = 'STAFF' | 'COMPLAINANT';

/** The resolutions of a case: to the complainant only those that were told to them, without what is internal. */
export function toResolutions(
  rows: readonly ResolutionRow[],
  consents: readonly ConsentRow[],
  audience: Audience,
): Resolution[] {
  const byId = new Map<string, ResolutionRow[]>();
  for (const row of rows) {
    if (audience === 'COMPLAINANT' && row.communicated_at === null) continue;
    const known = byId.get(row.id);
    if (known === undefined) byId.set(row.id, [row]);
    else known.push(row);
  }
  return [...byId.values()].flatMap((remedies) => {
    const [resolution] = remedies;
    const consent = consents.findLast(({ resolution_id }) => resolution_id === resolution?.id);
    return resolution === undefined ? [] : [toResolution(resolution, remedies, consent, audience)];
  });
}

export function toConsent({ decision, note, recorded_at, recorded_by }: ConsentRow, audience: Audience): Consent {
  return { decision, note, recordedAt: recorded_at, recordedBy: forStaff(audience, recorded_by) };
}

export function toInvestigation(row: InvestigationRow): Investigation {
  const { id, validity, findings, sections, heard_complainant, heard_complainee, recorded_by, recorded_at } = row;
  return {
    id,
    validity,
    findings,
    sections: sections === null ? [] : (JSON.parse(sections) as WrittenSection[]),
    heardComplainant: heard_complainant === null ? null : Boolean(heard_complainant),
    heardComplainee: heard_complainee === null ? null : Boolean(heard_complainee),
    recordedBy: recorded_by,
    recordedAt: recorded_at,
  };
}

export function toReply(
  { id, resolution_id, purpose, form, text, sent_at, sent_by }: ReplyRow,
  audience: Audience,
): Reply {
  return {
    id,
    purpose: purpose ?? (resolution_id === null ? 'PROGRESS' : 'DECISION'),
    form,
    text,
    sentAt: sent_at,
    sentBy: forStaff(audience, sent_by),
  };
}

function toResolution(
  row: ResolutionRow,
  remedies: readonly ResolutionRow[],
  consent: ConsentRow | undefined,
  audience: Audience,
): Resolution {
  return {
    id: row.id,
    position: row.position,
    state: row.state,
    text: row.text,
    remedies: remedies.map((remedy) => toRemedy(remedy, audience)),
    proposedAt: row.proposed_at,
    proposedBy: forStaff(audience, row.proposed_by),
    decidedAt: row.decided_at,
    decidedBy: forStaff(audience, row.decided_by),
    rejectionReason: forStaff(audience, row.rejection_reason),
    communicatedAt: row.communicated_at,
    returnReason: forStaff(audience, row.return_reason),
    returnMaximum: audience === 'STAFF' ? moneyOf(row.return_maximum_minor, row.return_currency) : null,
    consent: consent === undefined ? null : toConsent(consent, audience),
  };
}

function toRemedy(row: ResolutionRow, audience: Audience): Remedy {
  const { remedy_id, kind, order_number, line_number, settlement_id, settlement_state } = row;
  return {
    id: remedy_id,
    kind,
    orderLine:
      order_number === null || line_number === null ? null : { orderNumber: order_number, lineNumber: line_number },
    amount: moneyOf(row.amount_minor, row.currency),
    parts: row.parts === null ? [] : partsFromText(row.parts).map(toPart),
    note: forStaff(audience, row.note),
    settlement: settlement_id === null ? null : { id: toGlobalId('Settlement', settlement_id) },
    settlementState: settlement_state,
  };
}

function toPart({ kind, orderNumber, lineNumber, charge, quantity, amount }: StoredPart): RemedyPart {
  return {
    kind,
    orderNumber: orderNumber ?? null,
    lineNumber: lineNumber ?? null,
    charge: charge ?? null,
    quantity: quantity ?? null,
    amount: toMoney(amount),
  };
}

function forStaff<Value>(audience: Audience, value: Value): Value | null {
  return audience === 'STAFF' ? value : null;
}

function moneyOf(amountMinor: string | null, currency: string | null) {
  return amountMinor === null || currency === null ? null : toMoney(money(BigInt(amountMinor), currency));
}
