import { dueAt, planStages, workingTimeOf, type Label } from '@redress/regulations';
import type { Adoption } from './adoption.model';

/** By when a stage has to be finished, as the complainant is told at registration (IN-08). */
export interface PromisedDate {
  readonly stage: string;
  readonly label: Label;
  readonly dueAt: Date;
}

/** The due dates that are known at receipt: those of stages whose deadline is counted from it. */
export function promisedDates({ regulation, settings }: Adoption, receivedAt: Date): PromisedDate[] {
  const workingTime = workingTimeOf(settings);
  return planStages(regulation, settings).flatMap(({ stage, label, deadline }) =>
    deadline?.startsAt === 'RECEIPT'
      ? [{ stage, label, dueAt: dueAt(deadline.duration, receivedAt, workingTime).dueAt }]
      : [],
  );
}
