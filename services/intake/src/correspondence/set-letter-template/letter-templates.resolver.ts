import { STAFF_ROLES, type Refusal } from '@redress/kernel';
import { requireRole, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { PLACEHOLDERS } from '../templates/letter-template';
import type { CorrespondenceSetting as SettingValue, OwnTemplate } from '../templates/letter-templates.repository';
import {
  CorrespondenceSetting,
  LetterTemplate,
  SetCorrespondenceInput,
  SetCorrespondencePayload,
  SetLetterTemplateInput,
  SetLetterTemplatePayload,
} from './letter-template.gql';
import { setCorrespondence, setLetterTemplate, type LetterTemplatePorts } from './set-letter-template.handler';

/** Reads and sets how an organisation writes to complainants. */
@Resolver()
export class LetterTemplatesResolver {
  constructor(private readonly ports: LetterTemplatePorts) {}

  @Query(() => [LetterTemplate], {
    description: "The organisation's own templates of letters; what has none comes with the system. For staff only.",
  })
  async letterTemplates(@Ctx() context: GraphContext): Promise<LetterTemplate[]> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    return (await this.ports.templates.list(this.ports.database.reader(tenantId))).map(toTemplate);
  }

  @Query(() => CorrespondenceSetting, { description: 'How the organisation writes to complainants. For staff only.' })
  async correspondenceSetting(@Ctx() context: GraphContext): Promise<CorrespondenceSetting> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    return toSetting(await this.ports.templates.readSetting(this.ports.database.reader(tenantId)));
  }

  @Mutation(() => SetLetterTemplatePayload, {
    description: "Sets an organisation's own template of a letter. For managers and administrators.",
  })
  async setLetterTemplate(
    @Arg('input', () => SetLetterTemplateInput, { description: 'The template.' }) input: SetLetterTemplateInput,
    @Ctx() context: GraphContext,
  ): Promise<SetLetterTemplatePayload> {
    const viewer = requireRole(context, 'manager', 'admin');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return { template: null, ...refused(problems, context) };
    const { idempotencyKey, regulation, purpose, language, subject, body, expectedVersion } = input;
    const ofRegulation = regulation === undefined || regulation === null ? {} : { regulationId: regulation };
    const command = { purpose, language, subject, body, expectedVersion, ...ofRegulation };
    const { outcome, replayed } = await setLetterTemplate(command, viewer, idempotencyKey, this.ports);
    if (!outcome.ok) return { template: null, ...refused(outcome.refusals, context) };
    const own = await this.ports.templates.list(this.ports.database.reader(viewer.tenantId));
    const template = own.find(
      (each) =>
        each.purpose === purpose && each.language === language && each.regulationId === ofRegulation.regulationId,
    );
    return { template: template === undefined ? null : toTemplate(template), replayed, userErrors: [] };
  }

  @Mutation(() => SetCorrespondencePayload, {
    description: 'Sets how the organisation writes to complainants. For managers and administrators.',
  })
  async setCorrespondence(
    @Arg('input', () => SetCorrespondenceInput, { description: 'How.' }) input: SetCorrespondenceInput,
    @Ctx() context: GraphContext,
  ): Promise<SetCorrespondencePayload> {
    const viewer = requireRole(context, 'manager', 'admin');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return { setting: null, ...refused(problems, context) };
    const { idempotencyKey, organisationName, defaultLanguage, acknowledgeAlways, expectedVersion } = input;
    const setting = {
      organisationName: organisationName ?? undefined,
      ...{ defaultLanguage, acknowledgeAlways, version: expectedVersion },
    };
    const { outcome, replayed } = await setCorrespondence(setting, viewer, idempotencyKey, this.ports);
    if (!outcome.ok) return { setting: null, ...refused(outcome.refusals, context) };
    const current = await this.ports.templates.readSetting(this.ports.database.reader(viewer.tenantId));
    return { setting: toSetting(current), replayed, userErrors: [] };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext) {
  return { replayed: false, userErrors: inputErrors(refusals, context) };
}

function toTemplate({ regulationId, purpose, ...template }: OwnTemplate): LetterTemplate {
  return { ...template, purpose, regulation: regulationId ?? null, placeholders: PLACEHOLDERS[purpose] };
}

function toSetting({ organisationName, ...setting }: SettingValue): CorrespondenceSetting {
  return { ...setting, organisationName: organisationName ?? null };
}
