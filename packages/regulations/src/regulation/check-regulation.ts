import { regulationSchema } from './regulation.model';

/** A mistake in a regulation file. */
export interface RegulationProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column?: number;
  /** Path in the file as a JSON pointer, for example `/stages/2/performers/0`. */
  readonly path: string;
  readonly expected: string;
  readonly found?: string;
}

/** The mistakes in a regulation file; none when it is good. */
export function checkRegulation(file: string, content: string): readonly RegulationProblem[] {
  const parsed = regulationSchema.safeParse(JSON.parse(content));
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => ({
    file,
    line: 1,
    path: `/${path.join('/')}`,
    expected: message,
  }));
}
