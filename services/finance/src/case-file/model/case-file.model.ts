import type { Matter } from '@redress/contracts';
import type { KnownFacts } from '@redress/regulations';

/** What finance knows of a case, by the events of case handling; whatever was not told is absent. */
export interface CaseFile {
  readonly caseId: string;
  readonly complaintId?: string;
  readonly number?: string;
  readonly customerId?: string;
  readonly orderLine?: { readonly orderNumber: string; readonly lineNumber: number };
  /** The regulation that governs the case from its receipt to its end. */
  readonly regulation?: { readonly id: string; readonly version: number };
  /** Code of the category: the cause, for reports on cost. */
  readonly categoryCode?: string;
  readonly product?: string;
  readonly region?: string;
  readonly channel?: string;
  readonly matter?: Matter;
  readonly level?: string;
  readonly validity?: string;
  readonly round: number;
  /** The unit that is responsible for handling. */
  readonly department?: string;
  /** Whether the complaint was found not to be established. */
  readonly notEstablished: boolean;
  readonly mergedInto?: string;
  /** The same for all cases that are about one harm: the case that settles it. */
  readonly harmId: string;
  readonly receivedAt?: Date;
  readonly openedAt?: Date;
  readonly closedAt?: Date;
  readonly outcome?: string;
}

const DAY_MS = 86_400_000;

/** What conditions of a regulation may look at, as far as finance knows it; what a decision gives is the caller's. */
export function factsOfFile(file: CaseFile, decision: KnownFacts['decision'], now: Date): KnownFacts {
  const { matter } = file;
  return {
    item: {
      type: matter?.itemType,
      kind: matter?.itemKind,
      channel: file.channel,
      channelClass: matter?.channelClass,
      written: matter?.written,
      category: file.categoryCode,
      region: file.region,
      product: file.product,
    },
    complainant: { kind: matter?.complainantKind, persons: matter?.persons },
    case: {
      level: file.level,
      validity: file.validity,
      open: file.closedAt === undefined,
      round: file.round,
      daysSinceReceipt: daysSince(file.receivedAt, now),
      raised: matter?.raised,
    },
    history: { sameWithinMonth: matter?.sameWithinMonth, repeat: matter?.repeat },
    classification: { ...matter?.classification, category: file.categoryCode },
    decision,
    assessment: matter?.assessment ?? {},
    card: matter?.card ?? {},
  };
}

function daysSince(moment: Date | undefined, now: Date): number | undefined {
  return moment === undefined ? undefined : Math.max(0, Math.floor((now.getTime() - moment.getTime()) / DAY_MS));
}
