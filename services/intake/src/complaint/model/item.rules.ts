import type { ComplainantKind, ItemType } from '@redress/contracts';
import type { Refusal } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';

export type ItemRefusal =
  | 'INTAKE_ITEM_TYPE_NOT_NAMED'
  | 'INTAKE_ITEM_KIND_NOT_NAMED'
  | 'INTAKE_COMPLAINANT_KIND_NOT_NAMED'
  | 'INTAKE_NUMBER_OUT_OF_BOUNDS';

export const PERSONS_AT_MOST = 1_000_000;
export const RAISED_AT_MOST = 10_000;

/** What may be brought forward (IN-06): what the text names, and complaints where it names nothing. */
export function itemTypesOf(regulation: Regulation): readonly ItemType[] {
  return regulation.itemTypes.length === 0 ? ['COMPLAINT'] : regulation.itemTypes.map(({ type }) => type);
}

/** The type of an item of which nobody says what it is. */
export function defaultItemType(regulation: Regulation): ItemType {
  const types = itemTypesOf(regulation);
  return types.includes('COMPLAINT') ? 'COMPLAINT' : (types[0] ?? 'COMPLAINT');
}

/** Whether the text names a type of item, and a kind of it. */
export function itemProblems(regulation: Regulation, type: ItemType, kind: string | undefined): Refusal<ItemRefusal>[] {
  const allowed = itemTypesOf(regulation);
  if (!allowed.includes(type)) {
    return [
      { code: 'INTAKE_ITEM_TYPE_NOT_NAMED', path: ['itemType'], facts: { itemType: type }, details: { allowed } },
    ];
  }
  if (kind === undefined) return [];
  const kinds = regulation.itemTypes.find((entry) => entry.type === type)?.kinds?.map(({ code }) => code) ?? [];
  return kinds.includes(kind)
    ? []
    : [
        {
          code: 'INTAKE_ITEM_KIND_NOT_NAMED',
          path: ['itemKind'],
          facts: { itemKind: kind.slice(0, 64) },
          details: { allowed: kinds },
        },
      ];
}

/** Whether somebody of a kind may complain (IN-05): anybody, where the text names no kinds. */
export function complainantKindProblems(regulation: Regulation, kind: ComplainantKind): Refusal<ItemRefusal>[] {
  const allowed = regulation.complainants.map((entry) => entry.kind);
  return allowed.length === 0 || allowed.includes(kind)
    ? []
    : [{ code: 'INTAKE_COMPLAINANT_KIND_NOT_NAMED', path: ['customer'], facts: { kind }, details: { allowed } }];
}

/** Whether numbers of persons and of times are possible. */
export function countProblems({ persons, raised }: { readonly persons?: number; readonly raised?: number }) {
  const check = (field: string, value: number | undefined, limit: number): Refusal<ItemRefusal>[] =>
    value === undefined || (Number.isInteger(value) && value >= 1 && value <= limit)
      ? []
      : [{ code: 'INTAKE_NUMBER_OUT_OF_BOUNDS', path: [field], facts: { field, limit }, details: { limit } }];
  return [...check('persons', persons, PERSONS_AT_MOST), ...check('raised', raised, RAISED_AT_MOST)];
}
