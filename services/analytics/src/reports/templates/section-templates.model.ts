import { handlingSections } from './sections/handling-sections.model';
import { resultSections } from './sections/result-sections.model';
import { volumeSections } from './sections/volume-sections.model';

/** Every section that reports are made of, by its code. */
export const SECTION_TEMPLATES = { ...volumeSections, ...handlingSections, ...resultSections } as const;

/** The code of a section. */
export type SectionCode = keyof typeof SECTION_TEMPLATES;
