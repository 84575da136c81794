import { z } from 'zod';

/**
 * A variable that holds a JSON array; empty when absent. Its messages say where something is wrong, never with what.
 * `named` tells what each item is found by: of two with one name only the first would ever be.
 */
export const listOf = <Item extends z.ZodType>(item: Item, named?: (value: z.infer<Item>) => string) =>
  z
    .string()
    .default('[]')
    .transform((text, context): z.infer<Item>[] => {
      const list = z.array(item).safeParse(parsedJson(text));
      const wrong = list.success ? repeated(list.data, named) : list.error.issues;
      if (list.success && wrong.length === 0) return list.data;
      for (const { path, message } of wrong) context.addIssue(`${path.join('.')} ${message}`.trim());
      return z.NEVER;
    });

interface Wrong {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function repeated<Value>(list: readonly Value[], named: ((value: Value) => string) | undefined): readonly Wrong[] {
  if (named === undefined) return [];
  const names = list.map(named);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [{ path: [index], message: 'has the name of an earlier one' }] : [],
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
