import { z } from 'zod';
import {
  archiveProvision,
  changeControl,
  conductProvision,
  confidentialityProvision,
  metricProvision,
  openValueSchema,
  reportProvision,
  trainingProvision,
  workloadProvision,
} from './governance-provisions.model';
import {
  actionProvision,
  authorityProvision,
  caseLibraryProvision,
  consentProvision,
  departmentObjectionProvision,
  dissatisfactionProvision,
  emergencyProvision,
  extensionProvision,
  externalBodyProvision,
  followUpProvision,
  gapProvision,
  legalProvision,
  overduePaperProvision,
  paperProvision,
  party,
  recusalProvision,
  remedyProvision,
  replyProvision,
  responsibilityProvision,
  returnToleranceProvision,
  validityProvision,
} from './handling-provisions.model';
import {
  acceptanceProvision,
  acknowledgementProvision,
  assessmentFact,
  axisProvision,
  cardField,
  channelProvision,
  complainantProvision,
  handOverProvision,
  itemTypeProvision,
  levelsProvision,
  onTheSpotProvision,
  routingProvision,
  windowProvision,
} from './intake-provisions.model';
import { stageSchema } from './stage.model';
import { cited, code, label, text } from './vocabulary.model';

/**
 * The file format of a regulation. A value that the text does not state is absent or an open value, never a guess;
 * beside every value stands the sentence it comes from.
 */
export const regulationSchema = z.strictObject({
  $schema: text.optional().describe('For editors.'),
  id: code,
  version: z.int().min(1),
  title: label,
  industry: label.optional(),
  source: z.strictObject({ document: text, lines: text.optional() }).describe('Where the text is from.'),
  variantOf: code.optional(),
  missing: z.array(text).optional().describe('What the text lost or does not regulate, in words.'),
  parties: z.array(party).default([]),
  channelClasses: z.array(z.strictObject({ class: code, label, ...cited })).default([]),
  channels: z.array(channelProvision).default([]).describe('Which are enabled; every one, where the text names none.'),
  complainants: z.array(complainantProvision).default([]),
  itemTypes: z
    .array(itemTypeProvision)
    .default([])
    .describe('What may be brought forward; complaints, where the text is silent.'),
  recordCard: z.strictObject({ label: label.optional(), fields: z.array(cardField) }).default({ fields: [] }),
  assessment: z.array(assessmentFact).default([]),
  numbering: z
    .strictObject({ pattern: text, period: z.enum(['DAY', 'MONTH', 'YEAR']), ...cited })
    .optional()
    .describe('The number of a complaint; the organisation decides, where it is absent.'),
  acceptance: acceptanceProvision.optional(),
  acknowledgement: z.array(acknowledgementProvision).default([]),
  classification: z.array(axisProvision).default([]),
  levels: levelsProvision.optional(),
  window: windowProvision.optional(),
  onTheSpot: onTheSpotProvision.optional(),
  handOvers: z.array(handOverProvision).default([]),
  routing: z.array(routingProvision).default([]),
  stages: z.array(stageSchema).default([]),
  consent: consentProvision.optional(),
  reply: replyProvision.optional(),
  authority: authorityProvision.default({ rows: [] }),
  papers: z.array(paperProvision).default([]),
  remedies: z.array(remedyProvision).default([]),
  returnTolerance: returnToleranceProvision.optional(),
  dissatisfaction: z.array(dissatisfactionProvision).default([]),
  departmentObjection: departmentObjectionProvision.optional(),
  overduePapers: z.array(overduePaperProvision).default([]),
  extension: extensionProvision.optional(),
  followUp: followUpProvision.optional(),
  validity: validityProvision.optional(),
  responsibility: responsibilityProvision.optional(),
  actions: actionProvision.optional(),
  emergency: z.array(emergencyProvision).default([]),
  recusal: recusalProvision.optional(),
  legal: legalProvision.optional(),
  externalBodies: z.array(externalBodyProvision).default([]),
  caseLibrary: caseLibraryProvision.optional(),
  gaps: gapProvision.optional(),
  reports: z.array(reportProvision).default([]),
  metrics: z.array(metricProvision).default([]),
  workload: z.array(workloadProvision).default([]),
  confidentiality: z.array(confidentialityProvision).default([]),
  conduct: z.array(conductProvision).default([]),
  archive: archiveProvision.optional(),
  training: z.array(trainingProvision).default([]),
  effective: z.strictObject({ from: text.optional(), openValue: text.optional(), ...cited }).optional(),
  changeControl: changeControl.optional(),
  openValues: z.array(openValueSchema).default([]),
});

export type Regulation = z.infer<typeof regulationSchema>;
