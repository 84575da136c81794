/** Asks for leave to add a file to a complaint. */
export interface RequestUpload {
  readonly complaintId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}
