import { type z } from 'zod';

/** The services that publish events. */
export type Producer = 'intake' | 'case-handling' | 'finance';

/** A published event: a versioned contract of primitives, owned by the service that publishes it. */
export interface EventDefinition<Data extends z.ZodType = z.ZodType> {
  /** Dotted name without prefix or version, for example `intake.complaint.registered`. */
  readonly type: string;
  /** Major version; a change that an older reader cannot ignore makes a new one. */
  readonly version: number;
  readonly producer: Producer;
  /** Kind of the aggregate that the event belongs to; its id is the envelope's `subject`. */
  readonly aggregate: string;
  readonly description: string;
  readonly data: Data;
}

/** The data of an event definition. */
export type EventData<Definition extends EventDefinition> = z.infer<Definition['data']>;

/** Declares an event. Throws `Error` when the name does not begin with its producer. */
export function defineEvent<Data extends z.ZodType>(definition: EventDefinition<Data>): EventDefinition<Data> {
  if (!definition.type.startsWith(`${definition.producer}.`)) {
    throw new Error(`${definition.type} must begin with ${definition.producer}.`);
  }
  return definition;
}

/** The CloudEvents `type`: `redress.intake.complaint.registered.v1`. */
export function wireType(definition: EventDefinition): string {
  return `redress.${definition.type}.v${definition.version}`;
}
