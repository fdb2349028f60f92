import type { JsonLd, JsonLdValue } from '@/core/json-ld'
import type { Localized } from '@/core/localized'
import type { PracticeDetail } from '@/modules/practices/practice.schema'

/** What linked data say of a practice, of its page as of a row of a file. */
type Told = Omit<PracticeDetail, 'status' | 'visibility' | 'sentBackReason' | 'createdById'> & {
  relations: readonly { slug: string }[]
}

const inAllLanguages = (text: Localized | null): JsonLdValue =>
  text === null
    ? undefined
    : Object.entries(text.texts).map(([language, { value }]) => ({ '@language': language, '@value': value }))

/** A practice as linked data: an article of schema.org about what an organisation does. */
export function practiceToJsonLd(practice: Told, addressOf: (path: string) => string): JsonLd {
  const url = addressOf(`/practices/${practice.slug}`)
  const { inCharge, territory } = practice
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': url,
    url,
    headline: inAllLanguages(practice.title),
    abstract: inAllLanguages(practice.summary),
    articleBody: inAllLanguages(practice.detail),
    inLanguage: practice.originalLanguage,
    datePublished: practice.publishedAt?.toISOString(),
    keywords: practice.keywords.length === 0 ? undefined : practice.keywords.join(', '),
    about:
      inCharge === null
        ? undefined
        : { '@type': 'Organization', '@id': addressOf(`/actors/${inCharge.slug}`), name: inCharge.name },
    contentLocation: territory === null ? undefined : { '@type': 'Place', name: territory.name },
    mentions: practice.relations.map(({ slug }) => ({ '@id': addressOf(`/relations/${slug}`) })),
    citation: practice.links.length === 0 ? undefined : practice.links.map((link) => link.url),
  }
}

/** Practices as one graph, piece by piece; the context stands once, above them. */
export async function* practicesToJsonLd(
  practices: AsyncIterable<Told>,
  addressOf: (path: string) => string,
): AsyncGenerator<string> {
  yield '{"@context":"https://schema.org","@graph":['
  let before = ''
  for await (const practice of practices) {
    const { '@context': _once, ...node } = practiceToJsonLd(practice, addressOf)
    yield `${before}${JSON.stringify(node)}`
    before = ',\n'
  }
  yield ']}\n'
}
