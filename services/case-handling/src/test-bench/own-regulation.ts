import { newId } from '@redress/kernel';
import { adoptionSettingsSchema, readRegulation } from '@redress/regulations';
import { planOf, type CasePlan } from '../complaint-case/model/case-plan.model';
import { SETTINGS } from './builders';

const cited = { quote: '自拟' };
const label = { zh: '环节', en: 'stage' };

/** A stage as a test needs it, with what every stage has filled in. */
export function aStage(stage: string, kind: string, changes: object = {}): object {
  return { stage, kind, isoStage: 'INVESTIGATION', label, ...cited, performers: ['handler'], ...changes };
}

/** A provision with its source. */
export function aProvision(provision: object): object {
  return { ...provision, ...cited };
}

/** A section of a paper. */
export function aSection(section: string, required = true): object {
  return { section, label, required };
}

/** The plan of a regulation that a test writes itself; nothing is open in it. */
export function aPlanOf(regulation: object): CasePlan {
  const file = {
    id: 'own-regulation',
    version: 1,
    title: label,
    source: { document: 'own' },
    authority: { rows: [aProvision({ holder: 'supervisor', currency: 'CNY', maximum: '1000' })] },
    ...regulation,
  };
  const document = readRegulation('own-regulation.json', JSON.stringify(file));
  const settings = adoptionSettingsSchema.parse({ ...SETTINGS, openValues: {} });
  return planOf({ id: newId(), regulationId: document.id, regulationVersion: document.version, settings, document });
}

export const LABEL = label;
