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
  /** JSON list of parties. */
  @Column('text') parties!: string;
  /** JSON list of regions. */
  @Column('text') territories!: string;
  @Column('varchar') contact_phone!: string | null;
  @Column('varchar') contact_email!: string | null;
  @Column('datetime') absent_until!: Date | null;
  @Column('varchar') delegate!: string | null;
  @Column('int') capacity!: number | null;
  @Column('boolean') active!: boolean;
  @Column('datetime') registered_at!: Date;
}
