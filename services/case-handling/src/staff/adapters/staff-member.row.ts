import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'staff_member' })
export class StaffMemberRow {
  @PrimaryColumn('varchar') tenant_id!: string;
  @PrimaryColumn('char') id!: string;
  @Column('int') version!: number;
  @Column('varchar') subject!: string;
  @Column('varchar') name!: string;
  /** JSON list of roles. */
  @Column('text') roles!: string;
  @Column('varchar') unit_id!: string | null;
  @Column('boolean') active!: boolean;
  @Column('datetime') registered_at!: Date;
}
