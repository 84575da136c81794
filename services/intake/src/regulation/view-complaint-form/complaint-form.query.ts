import { CHANNELS, type Channel, type ItemType } from '@redress/contracts';
import { conditionHolds, type KnownFacts, type Regulation } from '@redress/regulations';
import { isPersonal } from '../../complaint/model/card.rules';
import { defaultItemType } from '../../complaint/model/item.rules';
import { isWritten } from '../../complaint/model/matter.model';
import type { ComplaintForm, FormField, FormItemType } from './complaint-form.gql';

/** What is known of a complaint before its form is filled in. */
export interface FormFor {
  readonly channel: Channel | undefined;
  readonly itemType: ItemType | undefined;
  readonly staff: boolean;
}

const COMPLAINTS_ONLY: FormItemType = {
  type: 'COMPLAINT',
  label: { zh: '投诉', en: 'Complaint' },
  kinds: [],
  convertsTo: [],
};

/** What a regulation asks of a complaint. */
export function complaintForm(regulation: Regulation, { channel, itemType, staff }: FormFor): ComplaintForm {
  const facts: KnownFacts = {
    item: {
      type: itemType ?? defaultItemType(regulation),
      channel,
      channelClass: regulation.channels.find((entry) => entry.channel === channel)?.class,
      ...(channel === undefined ? {} : { written: isWritten(channel) }),
    },
  };
  return {
    regulation: { code: regulation.id, version: regulation.version },
    title: regulation.title,
    channels: channelsOf(regulation),
    itemTypes: itemTypesOf(regulation),
    complainants: regulation.complainants.map(({ kind, label }) => ({ kind, label })),
    fields: regulation.recordCard.fields.map((field) => cardField(regulation, field, facts)),
    assessment: staff ? regulation.assessment.map(assessed) : [],
    axes: regulation.classification.map(({ axis, label, values, closed, automatic }) => ({
      axis,
      label,
      values: values.map(option),
      closed,
      automatic: automatic === true,
    })),
    acceptance: regulation.acceptance?.ruling ?? 'NONE',
  };
}

type CardField = Regulation['recordCard']['fields'][number];

function cardField(regulation: Regulation, field: CardField, facts: KnownFacts): FormField {
  const { key, label, type, options, required, maximumLength, of } = field;
  const conditional = typeof required === 'string';
  return {
    key,
    label,
    type,
    options: (options ?? []).map(option),
    required: conditional ? conditionHolds(regulation, required, facts) : required,
    requiredWhen: conditional ? required : null,
    personal: isPersonal(field),
    maximumLength: maximumLength ?? null,
    of: of ?? null,
  };
}

function assessed({ key, label, type, options }: Regulation['assessment'][number]): FormField {
  return {
    key,
    label,
    type,
    options: (options ?? []).map(option),
    required: false,
    requiredWhen: null,
    personal: false,
    maximumLength: null,
    of: null,
  };
}

function channelsOf({ channels }: Regulation): ComplaintForm['channels'] {
  if (channels.length === 0) return CHANNELS.map((channel) => ({ channel, class: null, roundTheClock: false }));
  return channels.map((entry) => ({
    channel: entry.channel,
    class: entry.class ?? null,
    roundTheClock: entry.roundTheClock === true,
  }));
}

function itemTypesOf({ itemTypes }: Regulation): readonly FormItemType[] {
  if (itemTypes.length === 0) return [COMPLAINTS_ONLY];
  return itemTypes.map(({ type, label, kinds, convertsTo }) => ({
    type,
    label,
    kinds: (kinds ?? []).map(option),
    convertsTo: (convertsTo ?? []).map((conversion) => conversion.type),
  }));
}

function option({
  code,
  label,
}: {
  readonly code: string;
  readonly label: { readonly zh: string; readonly en: string };
}) {
  return { code, label };
}
