import type { Step } from '../step';
import {
  conductShown,
  openValuesFilledIn,
  otherProvisions,
  reportInputs,
  shownWithSources,
  staffAppointed,
} from './adoption';
import { course, order, overdue, timeline } from './course-steps';
import { dueDates } from './due-dates';
import { levels } from './levels';
import { axes, channelClasses, channels, complainants, facts, itemTypes, numbers, recordCard } from './receipt';

/** Every step that a scenario may take, in the order in which it takes them. */
export const STEPS: readonly Step[] = [
  shownWithSources,
  openValuesFilledIn,
  staffAppointed,
  conductShown,
  reportInputs,
  otherProvisions,
  channels,
  channelClasses,
  complainants,
  itemTypes,
  recordCard,
  facts,
  axes,
  numbers,
  levels,
  dueDates,
  course,
  order,
  timeline,
  overdue,
];
