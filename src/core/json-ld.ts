/** A value of JSON-LD 1.1. An absent one is left out of the text. */
export type JsonLdValue = string | number | JsonLd | JsonLdValue[] | undefined
export type JsonLd = { [key: string]: JsonLdValue }

/** Text for a data block in a page: no `<` in it, so that nothing in a name can end the element (HTML §4.12.1.3). */
export const jsonLdText = (data: JsonLd): string => JSON.stringify(data).replaceAll('<', '\\u003c')
