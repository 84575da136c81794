import { hasRole, ROLES, type Actor, type Role } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import type { PeriodKind } from './report-period.model';

/** A text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Somebody whom a regulation names: how it calls them, and the role of the access token that they have. */
export interface NamedParty {
  readonly party: string;
  readonly label: Words;
  readonly role: Role | null;
}

/** What a regulation, or this program for every organisation, says of a report. */
export interface ReportDefinition {
  readonly code: string;
  readonly label: Words;
  readonly period: PeriodKind;
  readonly dueDay: number | null;
  readonly madeBy: readonly NamedParty[];
  readonly readers: readonly NamedParty[];
  readonly signers: readonly NamedParty[];
  /** What it shows, in the words of the regulation. */
  readonly contents: readonly string[];
  /** None for a report that every organisation may ask for. */
  readonly regulation: { readonly id: string; readonly version: number; readonly title: Words } | null;
}

/** The reports that a regulation asks for. */
export function reportsOf(regulation: Regulation): readonly ReportDefinition[] {
  const { id, version, title, reports } = regulation;
  return reports.map(({ report, label, period, dueDay, madeBy, readers, signedBy = [], contents }) => ({
    ...{ code: report, label, period, dueDay: dueDay ?? null, contents },
    madeBy: madeBy.map((name) => namedParty(regulation, name)),
    readers: readers.map((name) => namedParty(regulation, name)),
    signers: signedBy.map((name) => namedParty(regulation, name)),
    regulation: { id, version, title },
  }));
}

function namedParty({ parties }: Regulation, name: string): NamedParty {
  const declared = parties.find(({ party }) => party === name);
  if (declared !== undefined) return { party: name, label: declared.label, role: declared.role };
  const role = ROLES.find((each) => each === name) ?? null;
  return { party: name, label: { zh: name, en: name }, role };
}

const ALWAYS_SIGN: readonly Role[] = ['manager', 'admin'];

/** Managers sign whatever has to be signed; others where the regulation names somebody of their role. */
export function maySign(actor: Actor, { signers }: Pick<ReportDefinition, 'signers'>): boolean {
  return hasRole(actor, ...ALWAYS_SIGN, ...signers.flatMap(({ role }) => role ?? []));
}
