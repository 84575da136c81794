import { bigintColumn } from '@redress/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row of `payment`, without its lease, which only SQL with the database's clock touches. */
@Entity({ name: 'payment' })
export class PaymentRow {
  @PrimaryColumn({ name: 'tenant_id', type: 'varchar' }) tenantId!: string;
  @PrimaryColumn({ type: 'char' }) id!: string;
  @Column({ name: 'settlement_id', type: 'char' }) settlementId!: string;
  @Column({ type: 'varchar' }) provider!: string;
  @Column({ name: 'idempotency_key', type: 'varchar' }) idempotencyKey!: string;
  @Column({ type: 'varchar' }) reference!: string;
  @Column({ type: 'varchar' }) beneficiary!: string;
  @Column({ name: 'amount_minor', type: 'bigint', transformer: bigintColumn }) amountMinor!: bigint;
  @Column({ type: 'char' }) currency!: string;
  @Column({ type: 'varchar' }) state!: string;
  @Column({ type: 'int' }) attempts!: number;
  @Column({ type: 'int' }) misses!: number;
  @Column({ name: 'provider_reference', type: 'varchar', nullable: true }) providerReference!: string | null;
  @Column({ type: 'varchar', nullable: true }) reason!: string | null;
}
