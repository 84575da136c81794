import type { LetterLanguage } from '../model/letter.model';
import type { CorrespondenceSetting, LetterTemplates, OwnTemplate } from '../templates/letter-templates.repository';
import type { ShippedLetters } from '../templates/shipped-letters';

interface TemplateRow extends Omit<OwnTemplate, 'regulationId'> {
  readonly regulationId: string;
}

interface SettingRow {
  readonly organisationName: string | null;
  readonly defaultLanguage: LetterLanguage;
  readonly acknowledgeAlways: number;
  readonly version: number;
}

const COLUMNS = `t.purpose, t.language, t.regulation_id AS regulationId, t.subject, t.body, t.set_by AS setBy,
  t.set_at AS setAt, t.version`;
const ALL = `SELECT ${COLUMNS} FROM letter_template t WHERE t.tenant_id = :tenantId ORDER BY t.purpose, t.language, t.regulation_id`;
const NEAREST = `
  SELECT ${COLUMNS} FROM letter_template t
  WHERE t.tenant_id = :tenantId AND t.purpose = :purpose AND t.language = :language AND t.regulation_id IN ('', :regulationId)
  ORDER BY t.regulation_id DESC LIMIT 1`;
const LOCK = `
  SELECT t.version FROM letter_template t
  WHERE t.tenant_id = :tenantId AND t.purpose = :purpose AND t.language = :language AND t.regulation_id = :regulationId
  FOR UPDATE`;
const SET = `
  INSERT INTO letter_template (tenant_id, purpose, language, regulation_id, subject, body, set_by, set_at, version)
  VALUES (:tenantId, :purpose, :language, :regulationId, :subject, :body, :setBy, :setAt, 1)
  ON DUPLICATE KEY UPDATE subject = :subject, body = :body, set_by = :setBy, set_at = :setAt, version = version + 1`;
const SETTING = `
  SELECT s.organisation_name AS organisationName, s.default_language AS defaultLanguage,
    s.acknowledge_always AS acknowledgeAlways, s.version
  FROM correspondence_setting s WHERE s.tenant_id = :tenantId`;
const SAVE_SETTING = `
  INSERT INTO correspondence_setting (tenant_id, organisation_name, default_language, acknowledge_always, version)
  VALUES (:tenantId, :organisationName, :defaultLanguage, :acknowledgeAlways, 1)
  ON DUPLICATE KEY UPDATE organisation_name = :organisationName, default_language = :defaultLanguage,
    acknowledge_always = :acknowledgeAlways, version = version + 1`;
const UNSET: CorrespondenceSetting = {
  organisationName: undefined,
  defaultLanguage: 'zh-CN',
  acknowledgeAlways: false,
  version: 0,
};

/** Templates in MySQL before those that come with the service. */
export function mysqlLetterTemplates(shipped: ShippedLetters): LetterTemplates {
  return {
    async find(reader, { purpose, language, regulationId }) {
      const [own] = await reader.query<TemplateRow>(NEAREST, {
        purpose,
        language,
        regulationId: regulationId ?? '',
      });
      return own ?? shipped.find(purpose, language, regulationId);
    },

    async list(reader) {
      const rows = await reader.query<TemplateRow>(ALL);
      return rows.map(({ regulationId, ...row }) => ({ ...row, ...(regulationId === '' ? {} : { regulationId }) }));
    },

    async set(tx, template, expectedVersion) {
      const key = { ...template, regulationId: template.regulationId ?? '' };
      const [current] = await tx.query<{ version: number }>(LOCK, key);
      if ((current?.version ?? 0) !== expectedVersion) return current?.version ?? 0;
      await tx.execute(SET, key);
      return expectedVersion + 1;
    },

    async readSetting(reader) {
      const [row] = await reader.query<SettingRow>(SETTING);
      if (row === undefined) return UNSET;
      const { organisationName, acknowledgeAlways, ...rest } = row;
      return {
        ...rest,
        organisationName: organisationName ?? undefined,
        acknowledgeAlways: Boolean(acknowledgeAlways),
      };
    },

    async saveSetting(tx, { version, organisationName, ...setting }) {
      const [current] = await tx.query<SettingRow>(`${SETTING} FOR UPDATE`);
      if ((current?.version ?? 0) !== version) return current?.version ?? 0;
      await tx.execute(SAVE_SETTING, { ...setting, organisationName: organisationName ?? null });
      return version + 1;
    },
  };
}
