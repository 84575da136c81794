import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintColumn } from '../rows/bigint-column';

/** A row for the tests of this package, with a column of every kind. */
@Entity({ name: 'account' })
export class AccountRow {
  @PrimaryColumn({ name: 'tenant_id', type: 'char', length: 36 }) tenantId!: string;
  @PrimaryColumn({ type: 'char', length: 36 }) id!: string;
  @Column({ type: 'int' }) version?: number;
  @Column({ type: 'varchar', nullable: true }) owner!: string | null;
  @Column({ name: 'balance_minor', type: 'bigint', transformer: bigintColumn }) balanceMinor!: bigint;
  @Column({ type: 'decimal', nullable: true }) rate?: string | null;
  @Column({ type: 'json', nullable: true }) terms?: { tags: string[] } | string[] | null;
  @Column({ type: 'varbinary', nullable: true }) seal?: Buffer | null;
  @Column({ name: 'opened_on', type: 'date', nullable: true }) openedOn?: string | null;
  @Column({ name: 'opened_at', type: 'datetime', precision: 3, nullable: true }) openedAt?: Date | null;
  @Column({ type: 'boolean' }) active?: boolean;
}
