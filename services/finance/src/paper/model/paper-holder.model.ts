import { ROLES, type Role } from '@redress/kernel';
import type { Label, Regulation } from '@redress/regulations';

type Parties = Regulation['parties'];

/** Who holds or signs papers beside the parties of a regulation. */
const KNOWN: Readonly<Record<Role | 'complainant' | 'business' | 'warehouse' | 'gm-office' | 'penalised', Label>> = {
  complainant: { zh: '客户', en: 'Customer' },
  customer: { zh: '客户', en: 'Customer' },
  business: { zh: '业务部', en: 'Business department' },
  warehouse: { zh: '成品仓库', en: 'Finished-goods warehouse' },
  'gm-office': { zh: '总经理室', en: 'General manager’s office' },
  penalised: { zh: '受处罚的部门或个人', en: 'Department or person penalised' },
  agent: { zh: '客服人员', en: 'Agent' },
  handler: { zh: '处理人', en: 'Handler' },
  supervisor: { zh: '主管', en: 'Supervisor' },
  finance: { zh: '财务部', en: 'Finance department' },
  manager: { zh: '经理', en: 'Manager' },
  analyst: { zh: '分析人员', en: 'Analyst' },
  auditor: { zh: '审计', en: 'Auditor' },
  admin: { zh: '管理员', en: 'Administrator' },
};

/** The role that stands for a holder whom neither a role nor a party names. */
const STANDING_FOR: Readonly<Partial<Record<string, Role>>> = {
  business: 'handler',
  warehouse: 'handler',
  'gm-office': 'manager',
};

/** What a holder is called: by the regulation where it names the party, else by what is usual. */
export function labelOfHolder(holder: string, parties: Parties): Label {
  const party = parties?.find((each) => each.party === holder);
  if (party !== undefined) return party.label;
  return isKnown(holder) ? KNOWN[holder] : { zh: holder, en: holder };
}

/** The role that somebody who signs for the holder needs; none for people outside. */
export function roleOfHolder(holder: string, parties: Parties): Role | undefined {
  const party = parties?.find((each) => each.party === holder);
  if (party !== undefined) return party.role;
  return ROLES.find((role) => role === holder && role !== 'customer') ?? STANDING_FOR[holder];
}

function isKnown(holder: string): holder is keyof typeof KNOWN {
  return holder in KNOWN;
}
