import { DateTime } from 'luxon';
import type { Condition, Mapping, MomentField, TextField, YesOrNoField } from './mapping.model';

/** A line of the file by its columns. */
export type Line = Readonly<Record<string, string>>;

/** A row as the mutation `importComplaints` takes it. */
export interface ImportRow {
  readonly externalId: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly category: string;
  readonly product?: string;
  readonly region?: string;
  readonly text?: string;
  readonly customer?: { readonly externalRef?: string; readonly details?: Readonly<Record<string, string>> };
  readonly history?: Readonly<Record<string, string | boolean>>;
}

/** Why a line cannot be read, and in which column. */
export interface BadColumn {
  readonly column: string;
  readonly reason: string;
}

/** A row, or everything that is wrong with its line. */
export type MappedLine = { readonly row: ImportRow } | { readonly bad: readonly BadColumn[] };

/** Reads a line of the file by its mapping. */
export function applyMapping({ row: fields, timeZone }: Mapping, line: Line): MappedLine {
  const bad: BadColumn[] = [];
  const cell = (column: string): string => (line[column] ?? '').trim();
  const required = <Value>(column: string, value: Value | undefined, absent: Value): Value => {
    if (value === undefined && !bad.some((entry) => entry.column === column)) bad.push({ column, reason: 'is empty' });
    return value ?? absent;
  };
  const text = (field: TextField | undefined): string | undefined => {
    if (field === undefined || !holds(field.when, line)) return undefined;
    return cell(field.column) || undefined;
  };
  // What somebody wrote is kept to the letter, spaces included.
  const words = (field: TextField | undefined): string | undefined =>
    field === undefined || text(field) === undefined ? undefined : line[field.column];
  const moment = (field: MomentField | undefined): string | undefined => {
    if (field === undefined || !holds(field.when, line) || cell(field.column) === '') return undefined;
    const parsed = DateTime.fromFormat(cell(field.column), field.format, { zone: timeZone });
    if (parsed.isValid) return parsed.toJSDate().toISOString();
    bad.push({ column: field.column, reason: `is not a date like ${field.format}` });
    return '';
  };
  const oneOf = <Value>(field: { column: string; values: Readonly<Record<string, Value>> }): Value | undefined => {
    const value = cell(field.column);
    if (Object.hasOwn(field.values, value)) return field.values[value];
    if (value !== '') bad.push({ column: field.column, reason: `is none of ${Object.keys(field.values).join(', ')}` });
    return undefined;
  };
  const yesOrNo = (field: YesOrNoField | undefined): boolean | undefined =>
    field === undefined || !holds(field.when, line) ? undefined : (oneOf(field) ?? undefined);

  const row: ImportRow = {
    externalId: required(fields.externalId.column, text(fields.externalId), ''),
    receivedAt: required(fields.receivedAt.column, moment(fields.receivedAt), ''),
    channel: required(fields.channel.column, oneOf(fields.channel), ''),
    category: required(fields.category.column, text(fields.category), ''),
    ...given({ product: text(fields.product), region: text(fields.region), text: words(fields.text) }),
    ...customerOf(fields.customer, text),
    ...(fields.history === undefined
      ? {}
      : {
          history: given({
            acknowledgedAt: moment(fields.history.acknowledgedAt),
            firstReplyAt: moment(fields.history.firstReplyAt),
            closedAt: moment(fields.history.closedAt),
            outcome: text(fields.history.outcome),
            timely: yesOrNo(fields.history.timely),
            disputed: yesOrNo(fields.history.disputed),
          }),
        }),
  };
  return bad.length === 0 ? { row } : { bad };
}

function customerOf(
  fields: Mapping['row']['customer'],
  text: (field: TextField | undefined) => string | undefined,
): Pick<ImportRow, 'customer'> {
  if (fields === undefined) return {};
  const name = text(fields.name);
  const externalRef = text(fields.externalRef);
  const details =
    name === undefined ? undefined : { name, ...given({ email: text(fields.email), phone: text(fields.phone) }) };
  if (externalRef === undefined && details === undefined) return {};
  return { customer: given({ externalRef, details }) };
}

/** Whether a condition, if there is one, is met by a line. */
export function holds(condition: Condition | undefined, line: Line): boolean {
  if (condition === undefined) return true;
  const value = (line[condition.column] ?? '').trim();
  return 'is' in condition ? condition.is.includes(value) : value.startsWith(condition.startsWith);
}

type Given<Shape> = { [Name in keyof Shape]?: Exclude<Shape[Name], undefined> };

function given<Shape extends object>(values: Shape): Given<Shape> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<Shape>;
}
