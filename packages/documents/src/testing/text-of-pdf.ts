import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What a reader sees on each page, read by another program than the one that wrote it. */
export async function textOfPages(content: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(content);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages;
}
