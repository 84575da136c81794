import { z } from 'zod';

/** A variable that holds a JSON array; empty when absent. Its messages say where something is wrong, never with what. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .string()
    .default('[]')
    .transform((text, context): z.infer<Item>[] => {
      const list = z.array(item).safeParse(parsedJson(text));
      if (list.success) return list.data;
      for (const { path, message } of list.error.issues) context.addIssue(`${path.join('.')} ${message}`.trim());
      return z.NEVER;
    });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
