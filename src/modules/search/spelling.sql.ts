import { Prisma } from '@/generated/prisma/client'

// What may have been meant: by the dictionary, of words that public entries say, and by the gazetteer.

/** Words that begin with another one are named up to so many. */
export const mostBegun = 100

/** Places whose name is nearly one of these words, the likest first and of them the most populous. */
export const placesLike = (words: readonly string[]): Prisma.Sql =>
  Prisma.join(
    words.map(
      (word) => Prisma.sql`
      (SELECT ${word}::text AS asked, folded AS name, place_id, population FROM place_name WHERE folded % ${word}
        ORDER BY similarity(folded, ${word}) DESC, population DESC LIMIT 20)`,
    ),
    ' UNION ALL ',
  )

/**
 * What the dictionary has for each of these words: the word itself and all that are one edit away (they have a form with
 * a letter less in common), and up to one more than `mostBegun` that begin with it.
 */
export const dictionaryOf = (words: readonly { word: string; forms: readonly string[] }[]): Prisma.Sql =>
  Prisma.join(
    words.map(
      ({ word, forms }) => Prisma.sql`
      SELECT ${word}::text AS asked, word, false AS begun FROM search_word WHERE one_letter_less(word) && ${forms}::text[]
      UNION ALL (SELECT ${word}, word, true FROM search_word WHERE word > ${word} AND word < ${`${word}{`}
        ORDER BY word LIMIT ${mostBegun + 1})`,
    ),
    ' UNION ALL ',
  )

/** Words of the dictionary likest to these by trigrams: two errors, or a word that is not finished. */
export const likeWordsOf = (words: readonly string[]): Prisma.Sql =>
  Prisma.join(
    words.map(
      (word) => Prisma.sql`
      (SELECT ${word}::text AS asked, word FROM search_word WHERE ${word} <% word OR word % ${word}
        ORDER BY similarity(word, ${word}) DESC, word LIMIT 40)`,
    ),
    ' UNION ALL ',
  )

/** Words of so many letters and more that begin with these two, in one text with spaces between. */
export const begunWith = (letters: string, least: number): Prisma.Sql => Prisma.sql`
  SELECT coalesce(string_agg(word, ' '), '') AS words FROM search_word
  WHERE word > ${letters} AND word < ${`${letters}{`} AND length(word) >= ${least}::int`
