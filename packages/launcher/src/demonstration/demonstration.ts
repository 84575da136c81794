import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectDirectory } from '../infrastructure/project-directory';
import { readJson, writeJson } from '../state/state-files';
import { graphPeople, patiently, type GraphAccess, type GraphPeople } from './graph-people';
import type { OrganisationData } from './organisation-data';
import { tellComplaint } from './tell-complaint';

/** What the marker says: when a load began, and whether it came to its end. */
interface Marker {
  readonly begunAt: number;
  readonly complete: boolean;
}

const FILE = join(projectDirectory(), 'packages', 'launcher', 'demonstration', 'organisation.json');

/** Reads the organisation that the printed tokens belong to. */
export async function demonstrationData(file = FILE): Promise<OrganisationData> {
  return JSON.parse(await readFile(file, 'utf8')) as OrganisationData;
}

async function found(people: GraphPeople, { adoption, staff, purchases }: OrganisationData): Promise<void> {
  await people.act('admin', 'adoptRegulation', { ...adoption, idempotencyKey: 'demonstration-adoption' });
  for (const member of staff) {
    await people.act('admin', 'registerStaffMember', {
      ...member,
      idempotencyKey: `demonstration-staff-${member.subject}`,
    });
  }
  for (const purchase of purchases) {
    await people.act('finance', 'registerPurchase', {
      ...purchase,
      idempotencyKey: `demonstration-purchase-${purchase.orderNumber}`,
    });
  }
  await patiently('the adoption of the regulation', async () => {
    const { complaintCategories } = await people.read('agent', '{ complaintCategories(first: 1) { nodes { id } } }');
    return (complaintCategories as { nodes: readonly unknown[] }).nodes[0];
  });
}

/**
 * Loads the demonstration through the public graph, once for each data directory. One that was interrupted goes on as
 * of the time at which it began, so that every request is the same as before and is answered from its key.
 */
export async function loadDemonstration(graph: GraphAccess, markerFile: string, file = FILE): Promise<void> {
  const marker = (await readJson(markerFile)) as Marker | undefined;
  if (marker?.complete === true) return;
  const begunAt = marker?.begunAt ?? Date.now();
  await writeJson(markerFile, { begunAt, complete: false } satisfies Marker);
  const data = await demonstrationData(file);
  const people = graphPeople(graph, data.tenant, data.customerId);
  try {
    await found(people, data);
    // one after the other: their numbers then follow the order of the data
    for (const complaint of data.complaints) {
      await tellComplaint(people, complaint, { tenant: data.tenant, nowMs: begunAt });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the demonstration could not be loaded: ${reason}`, { cause: error });
  }
  await writeJson(markerFile, { begunAt, complete: true } satisfies Marker);
}
