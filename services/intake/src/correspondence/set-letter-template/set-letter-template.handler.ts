import { accept, refuse, type Clock, type Outcome, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import {
  PLACEHOLDERS,
  templateProblems,
  type LetterTemplate,
  type TemplateProblem,
} from '../templates/letter-template';
import type { CorrespondenceSetting, LetterTemplates, TemplateKey } from '../templates/letter-templates.repository';

/** An organisation's own template. */
export interface SetLetterTemplate extends TemplateKey, LetterTemplate {
  /** 0 for the first of its key. */
  readonly expectedVersion: number;
}

/** How an organisation writes to complainants from now on. */
export type SetCorrespondence = CorrespondenceSetting;

export type SetLetterTemplateRefusal =
  'VERSION_CONFLICT' | 'INTAKE_VALUE_TOO_LONG' | 'INTAKE_VALUE_MALFORMED' | 'INTAKE_PLACEHOLDER_UNKNOWN';

/** What setting templates needs around it. */
export interface LetterTemplatePorts {
  readonly database: Database;
  readonly templates: LetterTemplates;
  readonly clock: Clock;
}

type Versioned = { readonly version: number };

/** Sets a template, which must have declared placeholders only. */
export function setLetterTemplate(
  command: SetLetterTemplate,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, templates, clock }: LetterTemplatePorts,
): Promise<CommandResult<Versioned, SetLetterTemplateRefusal>> {
  const call = { tenantId, operation: 'setLetterTemplate', subject, idempotencyKey, request: command };
  return executeCommand<Versioned, SetLetterTemplateRefusal>(database, call, async (tx) => {
    const { expectedVersion, ...template } = command;
    const [problem, ...others] = templateProblems(command.purpose, template).map((found) => refusalOf(command, found));
    if (problem !== undefined) return refuse(problem, ...others);
    const own = { ...template, setBy: subject, setAt: clock.now() };
    return versionAfter(expectedVersion, await templates.set(tx, own, expectedVersion));
  });
}

/** Sets how the organisation writes to complainants. */
export function setCorrespondence(
  setting: SetCorrespondence,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, templates }: LetterTemplatePorts,
): Promise<CommandResult<Versioned, SetLetterTemplateRefusal>> {
  const call = { tenantId, operation: 'setCorrespondence', subject, idempotencyKey, request: setting };
  return executeCommand<Versioned, SetLetterTemplateRefusal>(database, call, async (tx: TenantTransaction) => {
    if ((setting.organisationName ?? '').length > 200) {
      const facts = { field: 'organisationName', limit: 200 };
      return refuse({ code: 'INTAKE_VALUE_TOO_LONG', path: ['organisationName'], facts, details: { limit: 200 } });
    }
    return versionAfter(setting.version, await templates.saveSetting(tx, setting));
  });
}

function versionAfter(expectedVersion: number, version: number): Outcome<Versioned, SetLetterTemplateRefusal> {
  if (version === expectedVersion + 1) return accept({ version });
  return refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details: { currentVersion: version } });
}

const LIMITS = { subject: 200, body: 10_000 } as const;

function refusalOf(
  { purpose }: SetLetterTemplate,
  { part, kind, name }: TemplateProblem,
): Refusal<SetLetterTemplateRefusal> {
  const path = [part];
  if (kind === 'TOO_LONG') {
    const limit = LIMITS[part];
    return { code: 'INTAKE_VALUE_TOO_LONG', path, facts: { field: part, limit }, details: { limit } };
  }
  if (kind === 'MALFORMED') return { code: 'INTAKE_VALUE_MALFORMED', path, facts: { field: part } };
  const details = { allowed: PLACEHOLDERS[purpose] };
  return { code: 'INTAKE_PLACEHOLDER_UNKNOWN', path, facts: { name: name ?? '', purpose }, details };
}
