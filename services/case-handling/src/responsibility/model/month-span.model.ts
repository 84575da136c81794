const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const REVIEWED_BY = 10;

/** A month with the day of the next by which it is reviewed; undefined for what is not a month. */
export function monthSpan(
  month: string,
): { readonly from: Date; readonly to: Date; readonly dueOn: string } | undefined {
  const [, year, number] = MONTH.exec(month) ?? [];
  if (year === undefined || number === undefined) return undefined;
  const from = new Date(Date.UTC(Number(year), Number(number) - 1, 1));
  const to = new Date(Date.UTC(Number(year), Number(number), 1));
  const dueOn = new Date(Date.UTC(Number(year), Number(number), REVIEWED_BY)).toISOString().slice(0, 10);
  return { from, to, dueOn };
}
