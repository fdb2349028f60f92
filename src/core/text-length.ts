/** Counts as the reader does: NFC code points, a line break is one (9-decisions, Rounds). */
export const lengthOf = (text: string): number => [...text.replace(/\r\n?/g, '\n')].length
