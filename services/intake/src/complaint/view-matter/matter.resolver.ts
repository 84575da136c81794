import type { GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { FactValue, Regulation } from '@redress/regulations';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../customer/model/visibility.rules';
import type { MasterKeys } from '../../personal-data/master-keys';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { regulationOf } from '../../regulation/model/adoption.model';
import { isPersonal } from '../model/card.rules';
import { CATEGORY_AXIS } from '../model/matter.model';
import { personalCards } from '../view-complaints/complaint-text.query';
import { Complaint } from '../view-complaints/complaint.gql';
import { ClassificationEntry, ClassificationSuggestion, FactEntry, IntakeLevel, namedText } from './matter.gql';

/** What the resolver reads from. */
export interface MatterSources {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
}

/** Shows what is known and judged of complaints, in the words of their regulation. */
@Resolver(() => Complaint)
export class MatterResolver {
  constructor(private readonly sources: MatterSources) {}

  @FieldResolver(() => [FactEntry], {
    description: 'The record card as its regulation asks for it, in the order of its fields; only what was filled in.',
  })
  async card(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<FactEntry[]> {
    const regulation = await this.regulation(complaint, context);
    const fields = regulation?.recordCard.fields ?? [];
    const personal = fields.some(isPersonal) ? await this.personal(complaint, context) : {};
    const values: Readonly<Record<string, FactValue>> = { ...complaint.matter.card, ...personal };
    return fields.flatMap((field) => {
      const value = values[field.key];
      if (value === undefined) return [];
      return [{ key: field.key, label: field.label, value: String(value), personal: isPersonal(field) }];
    });
  }

  @FieldResolver(() => [FactEntry], { description: 'What was judged of it; nothing to customers.' })
  async assessment(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<FactEntry[]> {
    if (!isStaff(context.viewer)) return [];
    const regulation = await this.regulation(complaint, context);
    return (regulation?.assessment ?? []).flatMap(({ key, label }) => {
      const value = complaint.matter.assessment[key];
      return value === undefined ? [] : [{ key, label, value: String(value), personal: false }];
    });
  }

  @FieldResolver(() => [ClassificationEntry], { description: 'Its values on the axes of its regulation.' })
  async classification(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<ClassificationEntry[]> {
    const regulation = await this.regulation(complaint, context);
    const values: Record<string, string> = {
      [CATEGORY_AXIS]: complaint.category.code,
      ...complaint.matter.classification,
    };
    return Object.entries(values).map(([axis, value]) => {
      const named = regulation?.classification.find((entry) => entry.axis === axis);
      const valueLabel = named?.values.find(({ code }) => code === value)?.label;
      return {
        axis,
        label: namedText(named?.label, axis),
        value,
        valueLabel: namedText(valueLabel, value),
        origin: complaint.judgement.origins[axis] ?? 'PERSON',
      };
    });
  }

  @FieldResolver(() => [ClassificationSuggestion], {
    description: 'What rules and the text spoke for when it was registered or last changed; nothing to customers.',
  })
  suggestions(@Root() complaint: Complaint, @Ctx() context: GraphContext): readonly ClassificationSuggestion[] {
    return isStaff(context.viewer) ? complaint.judgement.suggestions : [];
  }

  @FieldResolver(() => IntakeLevel, {
    nullable: true,
    description: 'The level by what is known at intake; null to customers and where the regulation knows no levels.',
  })
  async intakeLevel(@Root() complaint: Complaint, @Ctx() context: GraphContext): Promise<IntakeLevel | null> {
    const { level } = complaint.judgement;
    if (level === undefined || !isStaff(context.viewer)) return null;
    const regulation = await this.regulation(complaint, context);
    const named = regulation?.levels?.values.find((entry) => entry.level === level.level);
    return { level: level.level, label: namedText(named?.label, level.level), because: level.because };
  }

  private async regulation({ regulation }: Complaint, context: GraphContext): Promise<Regulation | null> {
    if (regulation === null) return null;
    const { database, adoptions, clock } = this.sources;
    return context
      .loader('regulationOfComplaint', async (keys: readonly string[]) => {
        const known = await adoptions.read(database.reader(context.viewer.tenantId), clock.now());
        return keys.map((key) => {
          const [id = '', version] = key.split('@');
          return regulationOf(known, { id, version: Number(version) }) ?? null;
        });
      })
      .load(`${regulation.code}@${regulation.version}`);
  }

  private async personal({ uuid }: Complaint, context: GraphContext): Promise<Readonly<Record<string, FactValue>>> {
    const { database, masters } = this.sources;
    const card = await context
      .loader('personalCard', (ids: readonly string[]) =>
        personalCards(database.reader(context.viewer.tenantId), masters, ids),
      )
      .load(uuid);
    return card ?? {};
  }
}
