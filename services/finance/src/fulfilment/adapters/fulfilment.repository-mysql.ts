import { isDuplicateKey } from '@redress/persistence';
import type { Fulfilment } from '../model/fulfilment.model';
import { FulfilmentOrdered, type FulfilmentRepository } from '../model/fulfilment.repository';

type FulfilmentRow = Omit<Fulfilment, 'proof' | 'doneBy' | 'doneAt'> & {
  readonly proof: string | null;
  readonly doneBy: string | null;
  readonly doneAt: Date | null;
};

export const fulfilmentsInMysql: FulfilmentRepository = {
  async add(tx, { id, settlementId, part, department, task, dueOn, state, orderedBy, orderedAt, version }) {
    const head = { id, part, department, task, state, version };
    await tx
      .insertMany('fulfilment', [
        { ...head, settlement_id: settlementId, due_on: dueOn, ordered_by: orderedBy, ordered_at: orderedAt },
      ])
      .catch((error: unknown) => {
        throw isDuplicateKey(error, 'one_for_each_part') ? new FulfilmentOrdered() : error;
      });
  },

  async lock(tx, id) {
    const [row] = await tx.query<FulfilmentRow>(
      `SELECT f.id, f.settlement_id AS settlementId, f.part, f.department, f.task, f.due_on AS dueOn, f.state, f.proof,
         f.ordered_by AS orderedBy, f.ordered_at AS orderedAt, f.done_by AS doneBy, f.done_at AS doneAt, f.version
       FROM fulfilment f WHERE f.tenant_id = :tenantId AND f.id = :id FOR UPDATE`,
      { id },
    );
    if (row === undefined) return undefined;
    const { proof, doneBy, doneAt, ...fulfilment } = row;
    return {
      ...fulfilment,
      ...(proof === null ? {} : { proof }),
      ...(doneBy === null ? {} : { doneBy }),
      ...(doneAt === null ? {} : { doneAt }),
    };
  },

  async save(tx, { id, state, proof, doneBy, doneAt, version }) {
    await tx.execute(
      `UPDATE fulfilment f SET f.state = :state, f.proof = :proof, f.done_by = :doneBy, f.done_at = :doneAt,
         f.version = :version WHERE f.tenant_id = :tenantId AND f.id = :id`,
      { id, state, version, proof: proof ?? null, doneBy: doneBy ?? null, doneAt: doneAt ?? null },
    );
  },
};
