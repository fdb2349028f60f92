/** The pattern of LIKE for what holds `word`; what the word has of its signs is taken as it is. */
export const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`
