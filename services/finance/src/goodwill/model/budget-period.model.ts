const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/;

/** Whether the text names a month (`2026-11`), a quarter (`2026-Q4`) or a year (`2026`). */
export function isBudgetPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/** The periods in which a month lies: itself, its quarter, its year. */
export function periodsOfMonth(month: string): readonly [string, string, string] {
  const [year = '', number = ''] = month.split('-');
  return [month, `${year}-Q${Math.ceil(Number(number) / 3)}`, year];
}
