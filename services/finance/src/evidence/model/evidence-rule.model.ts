import type { Label, Regulation } from '@redress/regulations';
import type { SettlementPart } from '../../settlement/model/settlement-part.model';

/** So many of these kinds are asked for: for a return one of three, for an allowance one of two. */
export interface EvidenceRule {
  /** The remedy for which it is asked. */
  readonly instrument: string;
  readonly atLeast: number;
  readonly of: readonly { readonly kind: string; readonly label: Label }[];
}

/** What the regulation asks for before the parts may be posted; nothing where there is no regulation or it is silent. */
export function evidenceRules(
  parts: readonly Pick<SettlementPart, 'instrument'>[],
  regulation: Pick<Regulation, 'remedies'> | undefined,
): readonly EvidenceRule[] {
  const instruments = new Set(parts.map(({ instrument }) => instrument));
  return (regulation?.remedies ?? []).flatMap(({ remedy, evidence }) => {
    if (evidence === undefined || !instruments.has(remedy)) return [];
    const of = evidence.of.map(({ evidence: kind, label }) => ({ kind, label }));
    return [{ instrument: remedy, atLeast: evidence.atLeast, of }];
  });
}

/** How many more kinds a rule needs, given the kinds that were accepted. */
export function missingFor({ atLeast, of }: EvidenceRule, accepted: ReadonlySet<string>): number {
  return Math.max(0, atLeast - of.filter(({ kind }) => accepted.has(kind)).length);
}
