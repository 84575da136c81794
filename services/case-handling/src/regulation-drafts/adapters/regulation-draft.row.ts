import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'regulation_draft' })
export class RegulationDraftRow {
  @PrimaryColumn('varchar') tenant_id!: string;
  @PrimaryColumn('char') id!: string;
  @Column('int') version!: number;
  @Column('varchar') regulation_id!: string;
  /** The regulation as JSON text. */
  @Column('text') document!: string;
  @Column('varchar') drafted_by!: string;
  @Column('datetime') drafted_at!: Date;
  @Column('int') published_version!: number | null;
  @Column('datetime') effective_from!: Date | null;
  @Column('varchar') published_by!: string | null;
  @Column('datetime') published_at!: Date | null;
}
