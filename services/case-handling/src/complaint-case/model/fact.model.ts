import type { EventData, EventDefinition } from '@redress/contracts';
import type { StageKind, StartEvent } from '@redress/regulations';
import type { ComplaintCase } from './case.model';
import type { CaseAction } from './case.transitions';
import type { StageRecord } from './stage-record.model';

/** What every fact has. */
export interface Fact<Type extends string> {
  readonly type: Type;
  readonly at: Date;
  /** Subject of a token, or `system:case-handling`. */
  readonly by: string;
  /** Stage of the regulation that it belongs to; found out by `stageKinds` where a decision does not say it. */
  readonly stage?: string;
}

/** Facts of an entry by name, without any text that people wrote. */
export type TimelineDetails = Readonly<Record<string, string | number | boolean>>;

/** What a fact leaves in tables beside the case's own row; tenant and case are added to every row and key. */
export type RowChange =
  | { readonly insert: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | {
      readonly update: string;
      readonly key: Readonly<Record<string, unknown>>;
      readonly set: Readonly<Record<string, unknown>>;
    };

/** An event of the contracts with its data. */
export interface Publication {
  readonly definition: EventDefinition;
  readonly data: unknown;
}

/** A stage as a fact may finish it. */
export interface FinishableStage {
  readonly stage: string;
  readonly kind: StageKind;
}

/** All that there is to know of a kind of fact. Every capability declares its own; see the README. */
export interface FactDefinition<F extends Fact<string>> {
  readonly type: F['type'];
  /** For the timeline's schema. */
  readonly description: string;
  /** Kinds of stages that it belongs to; the first that is planned gives the timeline its article. */
  readonly stageKinds?: readonly StageKind[];
  /** The start event of regulations that it amounts to. */
  readonly starts?: StartEvent;
  /** Whether the complainant may know of it. */
  readonly visibleToComplainant?: boolean;
  /** The action of the transition table that it is; without one the state stays as it is. */
  action?(fact: F): CaseAction | undefined;
  /** What it changes in the case. */
  effect?(current: ComplaintCase, fact: F): Partial<ComplaintCase>;
  /** What the case loses by it. */
  clears?(fact: F): readonly ('outcome' | 'closedAt' | 'inTime' | 'assignee' | 'assigneeUnit')[];
  /** Whether it finishes a stage that is under way, and with it the stage's clock. */
  finishes?(fact: F, stage: FinishableStage): boolean;
  /** Kinds of stages that have to be done anew after it. */
  reopens?(fact: F): readonly StageKind[];
  /** The records of stages that it writes itself, where `finishes` does not say it all. */
  progress?(current: ComplaintCase, fact: F): readonly StageRecord[];
  /** Rows that it leaves beside the case's own; `after` is the case after the whole course. */
  stores?(after: ComplaintCase, fact: F): readonly RowChange[];
  /** The contract event; texts that people wrote stay here. `after` is the case after the whole course. */
  publish(after: ComplaintCase, fact: F): Publication;
  /** What the timeline says of it. */
  details?(fact: F): TimelineDetails;
}

/** Declares a kind of fact. It takes part once it is listed in `case-facts.model.ts`. */
export function defineFact<F extends Fact<string>>(definition: FactDefinition<F>): FactDefinition<F> {
  return definition;
}

/** A contract event with data that fit it. */
export function event<Definition extends EventDefinition>(
  definition: Definition,
  data: EventData<Definition>,
): Publication {
  return { definition, data };
}

/** What every event of a case begins with. */
export const keyOf = ({ id, complaintId }: ComplaintCase) => ({ caseId: id, complaintId });

/** When and by whom. */
export const byOf = ({ at, by }: Fact<string>) => ({ at: at.toISOString(), by });
