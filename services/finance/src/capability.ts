import type { ResolveReferences } from '@redress/graphql-runtime';
import type { EventHandlers } from '@redress/messaging';
import type { EntityClass } from '@redress/persistence';
import type { Composition, Foundations } from '@redress/service-host';
import type { FinanceEnvironment } from './environment';
import type { Paying } from './payment/composition-root';
import type { Stores } from './stores/composition-root';
import type { ApprovalGate, SettlementListener } from './settlement/model/settlement-hooks.policy';

/** A capability that adds itself to the service. */
export interface Capability {
  readonly resolvers: readonly (new (...dependencies: never[]) => object)[];
  /** Object types that no resolver reaches, such as this service's part of a foreign type. */
  readonly orphanedTypes?: readonly (new () => object)[];
  /** Its types with a key by which other services, or `node`, refer to them. */
  readonly entities?: readonly string[];
  readonly rows?: readonly EntityClass[];
  compose(foundations: CapabilityFoundations): CapabilityParts;
}

/** What a capability is made from. */
export interface CapabilityFoundations {
  readonly foundations: Foundations;
  readonly settings: Partial<FinanceEnvironment>;
  readonly stores: Stores;
  readonly paying: Paying;
}

/** What a capability adds once it runs. */
export interface CapabilityParts {
  /** Instances of its resolver classes. */
  readonly instances: readonly object[];
  /** For each of its entities how they are found, many at once. */
  readonly references?: Readonly<Record<string, ResolveReferences>>;
  readonly handlers?: Readonly<Partial<Record<Producer, EventHandlers>>>;
  readonly workers?: NonNullable<Composition['workers']>;
  readonly routes?: Composition['routes'];
  readonly gates?: readonly ApprovalGate[];
  readonly listeners?: readonly SettlementListener[];
}

/** Services that finance listens to. */
export type Producer = 'intake' | 'case-handling';
export const PRODUCERS: readonly Producer[] = ['intake', 'case-handling'];
