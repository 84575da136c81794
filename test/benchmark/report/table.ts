import type { Finding } from '../measures/measure';

const HEADER = ['Measured', 'System', 'Floor', 'Ratio', 'Aim', 'Met'];

/** The findings as a Markdown table, its columns aligned for the terminal. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(({ title, unit, system, floor, ratio, aim, met }) => [
    title,
    amount(system, unit),
    amount(floor, unit),
    ratio.toFixed(2),
    aim,
    met ? 'yes' : 'no',
  ]);
  const widths = HEADER.map((name, column) => Math.max(...[HEADER, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(HEADER), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function amount(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit}`;
}
