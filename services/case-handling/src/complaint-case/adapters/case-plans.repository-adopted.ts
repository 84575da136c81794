import { bindingAdoption, type Adoption } from '../../adoption/model/adoption.model';
import type { AdoptionRepository } from '../../adoption/model/adoption.repository';
import { planOf, type CasePlan } from '../model/case-plan.model';
import type { CasePlans } from '../model/case-plans.repository';

/** Plans from the adoptions of this service; each is made once, since an adoption never changes. */
export function adoptedCasePlans(adoptions: AdoptionRepository): CasePlans {
  const made = new Map<string, CasePlan>();

  function planOfAdoption(adoption: Adoption): CasePlan {
    const known = made.get(adoption.id);
    if (known !== undefined) return known;
    const plan = planOf(adoption);
    made.set(adoption.id, plan);
    return plan;
  }

  return {
    async of(reader, adoptionId) {
      if (adoptionId === undefined) return undefined;
      const known = made.get(adoptionId);
      if (known !== undefined) return known;
      const adoption = await adoptions.find(reader, adoptionId);
      if (adoption === undefined) throw new Error(`adoption ${adoptionId} is unknown`);
      return planOfAdoption(adoption);
    },

    async binding(reader, regulation, receivedAt) {
      if (regulation === undefined) return undefined;
      const adoption =
        bindingAdoption(await adoptions.all(reader), regulation, receivedAt) ??
        bindingAdoption(await adoptions.all(reader, { fresh: true }), regulation, receivedAt);
      if (adoption === undefined) {
        throw new Error(
          `no adoption of ${regulation.id} ${regulation.version} was in force on ${receivedAt.toISOString()}`,
        );
      }
      return planOfAdoption(adoption);
    },
  };
}
