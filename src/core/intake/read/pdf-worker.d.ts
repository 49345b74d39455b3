/** pdf.js ships no types for its worker; it is only handed on (`pdf.ts`). */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
