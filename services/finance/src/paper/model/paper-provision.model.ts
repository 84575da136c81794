import type { Label, Regulation } from '@redress/regulations';
import type { HeldCopy, SigningPlace } from './paper-content.model';
import { paperKindOf, TITLES, type PaperKind } from './paper-kind.model';
import { labelOfHolder, roleOfHolder } from './paper-holder.model';

/** What a paper is called, who holds its copies and who signs it. */
export interface PaperProvision {
  readonly title: Label;
  readonly copies: readonly HeldCopy[];
  readonly signatures: readonly SigningPlace[];
}

/** Holders and signers where the regulation is silent. */
const SILENT: Readonly<
  Record<PaperKind, { readonly copies: readonly string[]; readonly signatures: readonly string[] }>
> = {
  SALES_ALLOWANCE_CERTIFICATE: {
    copies: ['business', 'finance'],
    signatures: ['supervisor', 'manager', 'complainant'],
  },
  SALES_RETURN_CERTIFICATE: { copies: ['finance'], signatures: ['complainant'] },
  RETURN_SLIP: { copies: ['business', 'warehouse', 'finance', 'business'], signatures: ['supervisor', 'warehouse'] },
  APPROVAL_SHEET: { copies: ['finance'], signatures: ['manager'] },
  PENALTY_NOTICE: { copies: ['gm-office', 'finance', 'penalised'], signatures: ['manager'] },
  CREDIT_NOTE: { copies: ['complainant', 'finance'], signatures: [] },
  PAYMENT_ADVICE: { copies: ['complainant', 'finance'], signatures: [] },
};

/** What the regulation says of a kind of paper, completed by what is usual. */
export function paperProvision(
  kind: PaperKind,
  regulation: Pick<Regulation, 'papers' | 'parties'> | undefined,
  approvers: readonly string[] = [],
): PaperProvision {
  const provision = regulation?.papers.find((paper) => paperKindOf(paper.kind) === kind);
  const silent = SILENT[kind];
  const parties = regulation?.parties ?? [];
  const copies: NonNullable<typeof provision>['copies'] =
    provision?.copies ?? silent.copies.map((holder, index) => ({ copy: index + 1, holder }));
  const signers = provision?.signatures ?? (approvers.length > 0 ? approvers : silent.signatures);
  return {
    title: provision?.label ?? TITLES[kind],
    copies: copies.map(({ copy, holder, ...rest }) => ({
      copy,
      holder,
      label: labelOfHolder(holder, parties),
      ...('label' in rest && rest.label !== undefined ? { note: rest.label } : {}),
    })),
    signatures: signers.map((place) => {
      const role = roleOfHolder(place, parties);
      return { place, label: labelOfHolder(place, parties), ...(role === undefined ? {} : { role }) };
    }),
  };
}
