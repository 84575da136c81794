import type { TenantReader } from '@redress/persistence';
import type { AdoptedRegulations, BindingRegulation } from '../../case-file/model/adopted-regulations.repository';
import type { CaseFile } from '../../case-file/model/case-file.model';
import type { CaseFiles } from '../../case-file/model/case-file.repository';

/** Where the file of a case and what binds it are found. */
export interface CaseSources {
  readonly caseFiles: Pick<CaseFiles, 'caseFilesBy'>;
  readonly regulations: Pick<AdoptedRegulations, 'regulationOf'>;
}

/** What is known of a case, and the regulation that binds it. */
export async function regulatedCase(
  reader: TenantReader,
  caseId: string,
  { caseFiles, regulations }: CaseSources,
): Promise<{ readonly file: CaseFile | undefined; readonly binding: BindingRegulation | undefined }> {
  const [file] = await caseFiles.caseFilesBy(reader, [caseId]);
  return { file, binding: await regulations.regulationOf(reader, file) };
}
