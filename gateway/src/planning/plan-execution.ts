import type { ExecutionResult, GraphQLError } from 'graphql';
import { errorAt } from '../errors/public-error';
import { findEntities } from './entity-path';
import { isJsonObject, mergeInto, type JsonObject, type ResponsePath } from './json';
import type { EntityBatch, PlanStep, PreparedFetch } from './prepared-plan';

type Variables = Readonly<Record<string, unknown>>;

/** Sends one request of a plan to its subgraph. Resolves with errors, it does not reject, when that does not answer. */
export type SendFetch = (fetch: PreparedFetch, variables: JsonObject) => Promise<ExecutionResult>;

/** Enough to see what is wrong; a list of a thousand rows must not give a thousand errors. */
const MOST_ERRORS = 100;

/** What one execution of a plan gathers. */
export interface Gathered {
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
  /** What subgraphs remarked about their answers, each under its own name. */
  readonly remarks: Remarks;
}

/** For each subgraph what it remarked: words, each once. */
type Remarks = Map<string, Map<string, Set<string>>>;

/** Runs the steps of a plan and gathers the subgraphs' answers in one tree. */
export class PlanExecution implements Gathered {
  readonly errors: GraphQLError[] = [];
  readonly remarks: Remarks = new Map();

  constructor(
    private readonly send: SendFetch,
    private readonly variables: Variables,
    readonly data: JsonObject = {},
  ) {}

  async run(step: PlanStep): Promise<void> {
    switch (step.kind) {
      case 'sequence':
        for (const inner of step.steps) await this.run(inner);
        return;
      case 'parallel':
        await Promise.all(step.steps.map((inner) => this.run(inner)));
        return;
      case 'condition': {
        const next = this.variables[step.variable] === true ? step.met : step.unmet;
        if (next !== undefined) await this.run(next);
        return;
      }
      case 'root': {
        const { data, errors = [] } = await this.ask(step.fetch, this.pick(step.fetch));
        for (const error of errors) this.report(error, error.path === undefined ? step.adds.map((key) => [key]) : []);
        for (const rewrite of step.outputRewrites) rewrite(data);
        if (isJsonObject(data)) mergeInto(this.data, data);
        return;
      }
      case 'entities':
        await this.complete(step.fetch, step.batches);
    }
  }

  /** Shows an error at the given places, or where it says itself. */
  report(error: GraphQLError, places: readonly ResponsePath[] = []): void {
    const room = MOST_ERRORS - this.errors.length;
    const shown = places.length === 0 ? [error] : places.slice(0, room).map((place) => errorAt(error, place));
    this.errors.push(...shown.slice(0, room));
  }

  private async ask(fetch: PreparedFetch, variables: JsonObject): Promise<ExecutionResult> {
    const result = await this.send(fetch, variables);
    this.keepRemarks(fetch.subgraph.toLowerCase().replaceAll('_', '-'), result.extensions);
    return result;
  }

  /** A subgraph speaks for itself only: what it says under another name is left out. */
  private keepRemarks(subgraph: string, extensions: ExecutionResult['extensions']): void {
    const own = extensions?.[subgraph];
    if (!isJsonObject(own)) return;
    const known = this.remarks.get(subgraph) ?? new Map<string, Set<string>>();
    this.remarks.set(subgraph, known);
    for (const [name, words] of Object.entries(own)) {
      const texts = Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
      known.set(name, new Set([...(known.get(name) ?? []), ...texts]));
    }
  }

  private pick(fetch: PreparedFetch): JsonObject {
    const picked: JsonObject = {};
    for (const name of fetch.variables) {
      if (this.variables[name] !== undefined) picked[name] = this.variables[name];
    }
    return picked;
  }

  private async complete(fetch: PreparedFetch, batches: readonly EntityBatch[]): Promise<void> {
    const requested = new Map<string, Representations>();
    const targets = batches.map((batch) => {
      const representations = requested.get(batch.variable) ?? new Representations();
      requested.set(batch.variable, representations);
      return new Targets(batch, representations, this.data);
    });
    if ([...requested.values()].every(({ list }) => list.length === 0)) return;
    const variables = this.pick(fetch);
    for (const [name, { list }] of requested) variables[name] = list;
    const { data, errors = [] } = await this.ask(fetch, variables);
    if (isJsonObject(data)) for (const target of targets) target.accept(data);
    for (const error of errors) this.report(error, placesOf(error, targets, this.data));
  }
}

/** What is asked for under one variable, each object once. */
class Representations {
  readonly list: JsonObject[] = [];
  private readonly known = new Map<string, number>();

  add(item: JsonObject): number {
    // Made by one projection, so that equal objects have their keys in the same order.
    const key = JSON.stringify(item);
    const index = this.known.get(key) ?? this.list.push(item) - 1;
    this.known.set(key, index);
    return index;
  }
}

/** The objects of the answer that one batch completes, and which representation stands for each. */
class Targets {
  private readonly found: { object: JsonObject; index: number }[] = [];

  constructor(
    readonly batch: EntityBatch,
    representations: Representations,
    root: JsonObject,
  ) {
    for (const path of batch.paths) {
      for (const object of findEntities(root, path, false).objects) {
        const item = batch.represent(object);
        if (item === undefined) continue;
        for (const rewrite of batch.inputRewrites) rewrite(item);
        this.found.push({ object, index: representations.add(item) });
      }
    }
  }

  accept(answer: JsonObject): void {
    const entities = answer[this.batch.alias];
    if (!Array.isArray(entities)) return;
    for (const rewrite of this.batch.outputRewrites) rewrite(entities);
    for (const { object, index } of this.found) {
      const entity: unknown = entities[index];
      if (isJsonObject(entity)) mergeInto(object, entity);
    }
  }

  /** Where the objects stand in the answer; all of them, or those of one representation. Only errors need to know. */
  places(root: JsonObject, index?: number): ResponsePath[] {
    const indexes = new Map(this.found.map((target) => [target.object, target.index]));
    return this.batch.paths.flatMap((path) => {
      const { objects, paths = [] } = findEntities(root, path, true);
      return paths.filter((_, position) => {
        const at = objects[position] === undefined ? undefined : indexes.get(objects[position]);
        return at !== undefined && (index === undefined || at === index);
      });
    });
  }
}

function placesOf(error: GraphQLError, targets: readonly Targets[], root: JsonObject): ResponsePath[] {
  const [alias, index, ...rest] = error.path ?? [];
  if (typeof alias !== 'string') {
    return targets.flatMap((target) =>
      target.places(root).flatMap((place) => target.batch.adds.map((key) => [...place, key])),
    );
  }
  const target = targets.find(({ batch }) => batch.alias === alias);
  if (target === undefined) return [];
  return target.places(root, typeof index === 'number' ? index : undefined).map((place) => [...place, ...rest]);
}
