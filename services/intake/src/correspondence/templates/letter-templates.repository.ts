import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { LetterLanguage, LetterPurpose } from '../model/letter.model';
import type { LetterTemplate } from './letter-template';

/** Which letter a template is for; without a regulation, for all of them. */
export interface TemplateKey {
  readonly purpose: LetterPurpose;
  readonly language: LetterLanguage;
  readonly regulationId?: string;
}

/** A template that an organisation wrote itself. */
export interface OwnTemplate extends TemplateKey, LetterTemplate {
  readonly setBy: string;
  readonly setAt: Date;
  readonly version: number;
}

/** How an organisation writes to complainants. */
export interface CorrespondenceSetting {
  readonly organisationName: string | undefined;
  readonly defaultLanguage: LetterLanguage;
  /** Acknowledges every complaint, also where the regulation does not ask for it. */
  readonly acknowledgeAlways: boolean;
  /** 0 as long as nothing was set. */
  readonly version: number;
}

/** The organisation's own templates and how it corresponds. */
export interface LetterTemplates {
  /** The nearest: its own for the regulation, its own for all, the shipped ones in the same order. */
  find(reader: TenantReader, key: TemplateKey): Promise<LetterTemplate>;
  list(reader: TenantReader): Promise<readonly OwnTemplate[]>;
  /** Sets a template that was at `expectedVersion`, 0 for none; answers the version that it is at, which is higher if it was set. */
  set(tx: TenantTransaction, template: Omit<OwnTemplate, 'version'>, expectedVersion: number): Promise<number>;
  readSetting(reader: TenantReader): Promise<CorrespondenceSetting>;
  /** As {@link LetterTemplates.set}. */
  saveSetting(tx: TenantTransaction, setting: CorrespondenceSetting): Promise<number>;
}
