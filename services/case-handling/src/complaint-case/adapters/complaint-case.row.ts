import type { Channel } from '@redress/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseOutcome, Validity } from '../model/case.model';
import type { CaseState } from '../model/case.transitions';
import type { StoredCase } from '../model/stored-case.model';

/** Properties are named like their columns, so that one mapping serves rows, bulk inserts and raw reads. */
@Entity({ name: 'complaint_case' })
export class ComplaintCaseRow implements StoredCase {
  @PrimaryColumn('varchar') tenant_id!: string;
  @PrimaryColumn('char') id!: string;
  @Column('int') version!: number;
  @Column('varchar') number!: string;
  @Column('char') complaint_id!: string;
  @Column('char') customer_id!: string;
  @Column('varchar') channel!: Channel;
  @Column('char') category_id!: string;
  @Column('varchar') category_code!: string;
  @Column('varchar') product!: string | null;
  @Column('varchar') region!: string | null;
  @Column('varchar') order_number!: string | null;
  @Column('int') line_number!: number | null;
  @Column('char') adoption_id!: string | null;
  @Column('varchar') state!: CaseState;
  @Column('varchar') outcome!: CaseOutcome | null;
  @Column('varchar') validity!: Validity | null;
  @Column('varchar') assignee!: string | null;
  @Column('varchar') assignee_unit!: string | null;
  @Column('datetime') received_at!: Date;
  @Column('datetime') opened_at!: Date;
  @Column('datetime') first_reply_at!: Date | null;
  @Column('datetime') closed_at!: Date | null;
  @Column('datetime') next_due_at!: Date | null;
  @Column('boolean') in_time!: boolean | null;
  @Column('int') resolutions!: number;
  @Column('text') imported!: string | null;
  @Column('text') matter!: string | null;
  @Column('varchar') level!: string | null;
  @Column('varchar') level_ruled!: string | null;
  @Column('text') level_because!: string | null;
  @Column('int') round!: number;
  @Column('text') departments!: string | null;
  @Column('text') moments!: string | null;
  @Column('text') kept!: string | null;
  @Column('datetime') promised_reply_at!: Date | null;
  /** The next moment at which time alone could change the level. */
  @Column('datetime') level_check_at!: Date | null;
}
