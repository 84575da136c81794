import type { Step } from '../step';
import { acceptance } from './acceptance';
import { acknowledgement } from './acknowledgement';
import { approvals } from './approvals';
import { confidentiality } from './confidentiality';
import { conversion } from './conversion';
import { effectiveDate, signatures } from './effect';
import { handOvers } from './hand-over';
import { keptInformed } from './informed';
import { investigation } from './investigation';
import { routing } from './routing';
import { correctiveActions } from './actions';
import {
  conductShown,
  openValuesFilledIn,
  otherProvisions,
  reportInputs,
  shownWithSources,
  staffAppointed,
} from './adoption';
import { archive } from './archive';
import { authority } from './authority';
import { consentAsked } from './consent';
import { course, order, overdue, timeline } from './course-steps';
import { customerFile } from './customer-file';
import { departmentObjection } from './department-objection';
import { dissatisfied } from './dissatisfaction';
import { dueDates } from './due-dates';
import { emergency } from './emergency';
import { extension } from './extension';
import { followUp } from './follow-up';
import { gaps } from './gaps';
import { levels } from './levels';
import { library } from './library';
import { onTheSpot } from './on-the-spot';
import { legalSteps, outsideBodies } from './outside';
import { papers } from './papers';
import { axes, channelClasses, channels, complainants, facts, itemTypes, numbers, recordCard } from './receipt';
import { recusal } from './recusal';
import { remedies } from './remedies';
import { replyForms } from './replies';
import { responsibility } from './responsibility';
import { validity } from './validity';
import { windowKept } from './window';

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
  validity,
  recusal,
  authority,
  remedies,
  replyForms,
  consentAsked,
  papers,
  dissatisfied,
  departmentObjection,
  extension,
  responsibility,
  correctiveActions,
  emergency,
  legalSteps,
  outsideBodies,
  followUp,
  library,
  gaps,
  archive,
  conversion,
  acceptance,
  acknowledgement,
  handOvers,
  routing,
  approvals,
  investigation,
  keptInformed,
  onTheSpot,
  customerFile,
  windowKept,
  confidentiality,
  effectiveDate,
  signatures,
];
