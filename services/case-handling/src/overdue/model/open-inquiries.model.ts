import type { ComplaintCase } from '../../complaint-case/model/case.model';

/** An inquiry into the cause of a delay that nobody has answered yet. */
export interface OpenInquiry {
  readonly paperId: string;
  readonly stage: string;
  /** Roles and parties that it went to. */
  readonly to: readonly string[];
}

const KEPT_AS = 'openInquiries';

type Keeping = Pick<ComplaintCase, 'kept'>;

/** The inquiries of a case that await an answer. */
export function openInquiries({ kept }: Keeping): readonly OpenInquiry[] {
  return (kept[KEPT_AS] as readonly OpenInquiry[] | undefined) ?? [];
}

/** What a case keeps once an inquiry was issued. */
export function withInquiry(current: Keeping, inquiry: OpenInquiry): Keeping {
  return { kept: { ...current.kept, [KEPT_AS]: [...openInquiries(current), inquiry] } };
}

/** What a case keeps once an inquiry was answered. */
export function withoutInquiry(current: Keeping, paperId: string): Keeping {
  const others = openInquiries(current).filter((inquiry) => inquiry.paperId !== paperId);
  return { kept: { ...current.kept, [KEPT_AS]: others } };
}
