import { bigintColumn } from '@redress/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row of `settlement`. */
@Entity({ name: 'settlement' })
export class SettlementRow {
  @PrimaryColumn({ name: 'tenant_id', type: 'varchar' }) tenantId!: string;
  @PrimaryColumn({ type: 'char' }) id!: string;
  @Column({ type: 'varchar' }) number!: string;
  @Column({ name: 'case_id', type: 'char' }) caseId!: string;
  @Column({ name: 'complaint_id', type: 'char' }) complaintId!: string;
  @Column({ name: 'customer_id', type: 'char' }) customerId!: string;
  @Column({ name: 'resolution_id', type: 'char' }) resolutionId!: string;
  @Column({ name: 'remedy_id', type: 'char' }) remedyId!: string;
  @Column({ type: 'varchar' }) instrument!: string;
  @Column({ name: 'amount_minor', type: 'bigint', transformer: bigintColumn }) amountMinor!: bigint;
  @Column({ type: 'char' }) currency!: string;
  @Column({ name: 'order_number', type: 'varchar', nullable: true }) orderNumber!: string | null;
  @Column({ name: 'line_number', type: 'int', nullable: true }) lineNumber!: number | null;
  /** JSON; null for one that was drawn up before there were parts. */
  @Column({ type: 'longtext', nullable: true }) parts!: string | null;
  @Column({ name: 'ceiling_id', type: 'char', nullable: true }) ceilingId!: string | null;
  @Column({ type: 'varchar' }) state!: string;
  @Column({ type: 'varchar', nullable: true }) reason!: string | null;
  @Column({ name: 'maximum_minor', type: 'bigint', nullable: true, transformer: bigintColumn })
  maximumMinor!: bigint | null;
  @Column({ name: 'resolution_proposed_by', type: 'varchar' }) resolutionProposedBy!: string;
  @Column({ name: 'resolution_approved_by', type: 'varchar' }) resolutionApprovedBy!: string;
  @Column({ name: 'decided_by', type: 'varchar', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'datetime', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'created_at', type: 'datetime' }) createdAt!: Date;
  @Column({ name: 'completed_at', type: 'datetime', nullable: true }) completedAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}
