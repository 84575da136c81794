import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitKind } from '../model/organisation-unit.model';

@Entity({ name: 'organisation_unit' })
export class OrganisationUnitRow {
  @PrimaryColumn('varchar') tenant_id!: string;
  @PrimaryColumn('char') id!: string;
  @Column('int') version!: number;
  @Column('varchar') code!: string;
  @Column('varchar') label!: string;
  @Column('varchar') kind!: UnitKind;
  @Column('char') parent_id!: string | null;
  /** JSON list of regions. */
  @Column('text') territories!: string;
  @Column('boolean') active!: boolean;
}
