import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The columns of `complaint` that say whose it is and how often it changed. */
@Entity({ name: 'complaint' })
export class ComplaintHeadRow {
  @PrimaryColumn({ name: 'tenant_id', type: 'varchar' }) tenantId!: string;
  @PrimaryColumn({ type: 'char' }) id!: string;
  @Column({ name: 'customer_id', type: 'char' }) customerId!: string;
  @Column({ type: 'int' }) version!: number;
}
