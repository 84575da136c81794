import type { WrittenSection } from '../model/facts/stage.events';
import type { AcceptanceRefusal, HandOverRecord, LevelChange, StagePaper } from './course.gql';
import type { HandOverRow, LevelChangeRow, RefusalRow, StagePaperRow } from './course-rows.query';

export function toLevelChange(row: LevelChangeRow): LevelChange {
  return {
    from: row.from_level,
    level: row.level,
    because: JSON.parse(row.because) as string[],
    reason: row.reason,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  };
}

export function toStagePaper({ id, stage, act, paper, sections, note, ...row }: StagePaperRow): StagePaper {
  const written = JSON.parse(sections) as WrittenSection[];
  return { id, stage, act, paper, sections: written, note, writtenBy: row.written_by, writtenAt: row.written_at };
}

export function toHandOver(row: HandOverRow): HandOverRecord {
  return {
    id: row.id,
    handOver: row.hand_over,
    to: row.receiver,
    documents: JSON.parse(row.documents) as string[],
    note: row.note,
    from: row.handed_by,
    handedAt: row.handed_at,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at,
  };
}

export function toRefusal({ ground, reason, refused_at }: RefusalRow, forStaff: boolean): AcceptanceRefusal {
  return { ground, reason: forStaff ? reason : null, refusedAt: refused_at };
}
