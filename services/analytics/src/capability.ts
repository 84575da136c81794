import type { Producer } from '@redress/contracts';
import type { ResolveReferences } from '@redress/graphql-runtime';
import type { EventHandlers } from '@redress/messaging';
import type { EntityClass } from '@redress/persistence';
import type { Composition, Foundations } from '@redress/service-host';
import type { AnalyticsEnvironment } from './environment';
import type { FactListener } from './facts/model/fact-listener.client';
import type { AskMetrics } from './metrics/answer-metrics.handler';
import type { MetricsEngine } from './metrics/engines/engine.model';

/** A capability that adds itself to the service. */
export interface Capability {
  readonly resolvers: readonly (new (...dependencies: never[]) => object)[];
  /** Object types that no resolver reaches, such as this service's part of a foreign type. */
  readonly orphanedTypes?: readonly (new () => object)[];
  /** Its types with a key by which other services, or `node`, refer to them. */
  readonly entities?: readonly string[];
  readonly rows?: readonly EntityClass[];
  /** Keep something beside the facts, in the transaction that changes them; also while facts are made anew. */
  readonly listeners?: readonly FactListener[];
  compose(foundations: CapabilityFoundations): CapabilityParts;
}

/** What a capability is made from. */
export interface CapabilityFoundations {
  readonly foundations: Foundations;
  readonly settings: Partial<AnalyticsEnvironment>;
  /** The one way to figures. */
  readonly ask: AskMetrics;
}

/** What a capability adds once it runs. */
export interface CapabilityParts {
  /** Instances of its resolver classes. */
  readonly instances: readonly object[];
  /** For each of its entities how they are found, many at once. */
  readonly references?: Readonly<Record<string, ResolveReferences>>;
  /** More handlers of events, beside what becomes of them in the facts; in the same transaction. */
  readonly handlers?: Readonly<Partial<Record<Producer, EventHandlers>>>;
  readonly workers?: NonNullable<Composition['workers']>;
  readonly routes?: Composition['routes'];
}

/** An engine that answers questions, asked before the facts themselves. */
export interface EngineCapability {
  /** What it keeps beside the facts, in the transaction that changes them; also while facts are made anew. */
  readonly listeners?: readonly FactListener[];
  engine(
    foundations: Foundations,
    settings?: Partial<AnalyticsEnvironment>,
  ): { readonly engine: MetricsEngine; readonly workers?: CapabilityParts['workers'] };
}
