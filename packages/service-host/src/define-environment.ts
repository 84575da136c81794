import { z } from 'zod';

/** A variable that a process reads. */
export interface Variable {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

/** The declared environment of a process. */
export interface Environment<Shape extends z.ZodRawShape> {
  readonly variables: readonly Variable[];
  /** Reads every variable once. Throws one `Error` that lists everything that is wrong, without any value. */
  read(source: NodeJS.ProcessEnv): z.infer<z.ZodObject<Shape>>;
}

/** Declares what a process reads from its environment; an empty variable counts as absent. */
export function defineEnvironment<Shape extends z.ZodRawShape>(process: string, shape: Shape): Environment<Shape> {
  const schema = z.object(shape);
  return {
    variables: Object.entries(shape).map(([name, type]) => ({
      name,
      description: (type as z.ZodType).description ?? '',
      required: !(type as z.ZodType).safeParse(undefined).success,
    })),
    read: (source) => {
      const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
      const parsed = schema.safeParse(present);
      if (parsed.success) return parsed.data;
      const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      throw new Error(`${process} cannot start: ${problems.join('; ')}`);
    },
  };
}
