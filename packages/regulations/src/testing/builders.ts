import { adoptionSettingsSchema, type AdoptionSettings } from '../adoption/adoption.model';
import { regulationSchema, type Regulation } from '../regulation/regulation.model';

const both = (text: string) => ({ zh: text, en: text });

/** A regulation that says as little as one can; whatever a test needs is told. */
export function aRegulation(changes: Record<string, unknown> = {}): Regulation {
  return regulationSchema.parse({
    id: 'a-regulation',
    version: 1,
    title: both('A regulation'),
    source: { document: 'a text' },
    ...changes,
  });
}

/** A label that reads the same in both languages. */
export const aLabel = both;

/** A stage of a regulation, not parsed yet. */
export function aStage(stage: string, changes: Record<string, unknown> = {}) {
  return {
    stage,
    kind: 'INVESTIGATION',
    isoStage: 'INVESTIGATION',
    label: both(stage),
    quote: 'a sentence',
    performers: ['handler'],
    ...changes,
  };
}

/** Settings of an organisation in Shanghai. */
export function someSettings(changes: Record<string, unknown> = {}): AdoptionSettings {
  return adoptionSettingsSchema.parse({
    timeZone: 'Asia/Shanghai',
    calendar: 'cn',
    openValues: {},
    ...changes,
  });
}
