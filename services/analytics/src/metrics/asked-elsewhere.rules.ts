import type { Refusal } from '@redress/kernel';

/**
 * Refusals of a question that was put together from other arguments, with the paths that whoever asked knows: `root` in
 * place of `query`, and some members under other names.
 */
export function askedElsewhere<Code extends string>(
  refusals: readonly Refusal<Code>[],
  root: readonly string[],
  names: Readonly<Record<string, string>> = {},
): readonly Refusal<Code>[] {
  return refusals.map((refusal) => {
    const [first, member, ...rest] = refusal.path ?? [];
    if (first !== 'query') return refusal;
    return { ...refusal, path: [...root, ...(member === undefined ? [] : [names[member] ?? member]), ...rest] };
  });
}
