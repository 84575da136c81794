import type { Validity } from '../model/case.model';
import type { WrittenSection } from '../model/facts/stage.events';

/** What a handler found out. */
export interface RecordInvestigation {
  readonly validity: Validity;
  /** In one text; may be left out where the report has sections. */
  readonly findings?: string;
  /** The sections that the regulation asks for in its report. */
  readonly sections?: readonly WrittenSection[];
  readonly heardComplainant?: boolean;
  readonly heardComplainee?: boolean;
}
