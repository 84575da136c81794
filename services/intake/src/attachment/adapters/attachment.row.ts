import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttachmentState } from '../model/attachment.model';

/** One row of `attachment`. */
@Entity({ name: 'attachment' })
export class AttachmentRow {
  @PrimaryColumn({ name: 'tenant_id', type: 'varchar' }) tenantId!: string;
  @PrimaryColumn({ type: 'char' }) id!: string;
  @Column({ name: 'complaint_id', type: 'char' }) complaintId!: string;
  @Column({ name: 'file_name', type: 'varchar' }) fileName!: string;
  @Column({ name: 'media_type', type: 'varchar' }) mediaType!: string;
  @Column({ name: 'size_bytes', type: 'int' }) sizeBytes!: number;
  @Column({ type: 'varchar' }) state!: AttachmentState;
  @Column({ type: 'char', nullable: true }) sha256!: string | null;
  @Column({ name: 'requested_by', type: 'varchar' }) requestedBy!: string;
  @Column({ name: 'requested_at', type: 'datetime' }) requestedAt!: Date;
  @Column({ name: 'expires_at', type: 'datetime' }) expiresAt!: Date;
  @Column({ name: 'stored_at', type: 'datetime', nullable: true }) storedAt!: Date | null;
}
