// What pdfkit 0.20 knows of an element of a structure and its types of 0.17 do not yet.
declare namespace PDFKit.Mixins {
  // Only an interface can be added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merged with theirs
  interface StructureElementOptions {
    /** Of a head of a table: what it heads. */
    scope?: 'Row' | 'Column'
    bbox?: [number, number, number, number]
    placement?: 'Block'
  }
}
