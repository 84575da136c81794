import { accept, hasRole, refuse, type Actor, type Outcome, type Refusal } from '@redress/kernel';
import type { PaperRefusal } from '../model/paper.errors';
import type { Paper, PaperMark } from '../model/paper.model';

export interface Signing {
  readonly signer: Actor;
  readonly expectedVersion: number;
  readonly place: string;
  /** Whether accepted evidence of the same settlement shows the customer's seal. */
  readonly sealProven: boolean;
  /** Parties of the regulation as whose member or delegate the signer acts; unknown when nobody was appointed to the place. */
  readonly actsFor: readonly string[] | undefined;
}

/** Somebody signs in a place that is theirs; the customer's seal is recorded by staff, with what proves it. */
export function decideSigning(
  paper: Paper,
  marks: readonly PaperMark[],
  signing: Signing,
): Outcome<Pick<PaperMark, 'kind' | 'place'>, PaperRefusal> {
  const { place, signer } = signing;
  const facts = { number: paper.number, place };
  const unfit = unfitToMark(paper, signing.expectedVersion);
  if (unfit !== undefined) return refuse(unfit);
  const found = paper.content.signatures.find((each) => each.place === place);
  const path = ['input', 'place'];
  if (found === undefined) {
    const allowed = paper.content.signatures.map((each) => each.place);
    return refuse({ code: 'FINANCE_PAPER_PLACE_UNKNOWN', path, facts, details: { allowed } });
  }
  const signatures = marks.filter(({ kind }) => kind === 'SIGNED' || kind === 'SEALED');
  if (signatures.some((mark) => mark.place === place)) {
    return refuse({ code: 'FINANCE_PAPER_ALREADY_SIGNED', path, facts });
  }
  if (found.role === undefined) {
    if (signing.sealProven) return accept({ kind: 'SEALED', place });
    return refuse({ code: 'FINANCE_PAPER_SEAL_NEEDS_EVIDENCE', path: ['input', 'evidenceId'], facts });
  }
  const role = signer.roles.find((each) => each === found.role);
  const isTheirs = role !== undefined && hasRole(signer, role) && signing.actsFor?.includes(place) !== false;
  if (!isTheirs) {
    return refuse({ code: 'FINANCE_PAPER_NOT_YOURS_TO_SIGN', path, facts, details: { allowed: [found.role] } });
  }
  if (signatures.some(({ kind, by }) => kind === 'SIGNED' && by === signer.subject)) {
    return refuse({ code: 'FINANCE_PAPER_ONE_SIGNATURE_EACH', path, facts });
  }
  return accept({ kind: 'SIGNED', place });
}

/** A copy goes to its holder once. */
export function decideHandingOut(
  paper: Paper,
  marks: readonly PaperMark[],
  { copy, expectedVersion }: { readonly copy: number; readonly expectedVersion: number },
): Outcome<Pick<PaperMark, 'kind' | 'place'>, PaperRefusal> {
  const unfit = unfitToMark(paper, expectedVersion);
  if (unfit !== undefined) return refuse(unfit);
  const [path, facts] = [['input', 'copy'], { number: paper.number, copy }];
  if (!paper.content.copies.some((each) => each.copy === copy)) {
    const allowed = paper.content.copies.map((each) => String(each.copy));
    return refuse({ code: 'FINANCE_PAPER_COPY_UNKNOWN', path, facts, details: { allowed } });
  }
  const place = String(copy);
  if (marks.some((mark) => mark.kind === 'HANDED_OUT' && mark.place === place)) {
    return refuse({ code: 'FINANCE_PAPER_COPY_HANDED_OUT', path, facts });
  }
  return accept({ kind: 'HANDED_OUT', place });
}

function unfitToMark({ number, version, voidedAt }: Paper, expectedVersion: number): Refusal<PaperRefusal> | undefined {
  if (voidedAt !== undefined) return { code: 'FINANCE_PAPER_VOID', facts: { number } };
  if (version === expectedVersion) return undefined;
  const path = ['input', 'expectedVersion'];
  return {
    code: 'VERSION_CONFLICT',
    path,
    retryable: true,
    facts: { currentVersion: version },
    details: { currentVersion: version },
  };
}
