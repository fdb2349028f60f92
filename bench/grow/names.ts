import { fold } from '@/core/fold'
import { withoutLegalForm } from '@/core/legal-form'

export type Name = { kind: 'label' | 'official' | 'acronym' | 'alias'; language: string; value: string }

const drawnFrom = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)]

/** Words that other names are made of, by what they have in common. */
export class Vocabulary {
  private readonly lists = new Map<string, string[]>()

  add(key: string, name: string): void {
    const list = this.lists.get(key)
    if (list === undefined) this.lists.set(key, [name])
    else list.push(name)
  }

  draw(key: string, random: () => number): string | undefined {
    return drawnFrom(this.lists.get(key) ?? [], random)
  }
}

/**
 * The first half of one name and the second half of another of its kind, country and language. Where that half is but
 * a legal form, the other's first word comes between.
 */
export function joinHalves(first: string, second: string): string {
  const [one, other] = [first.split(' '), second.split(' ')]
  const head = one.slice(0, Math.ceil(one.length / 2))
  const tail = other.slice(-Math.max(1, Math.floor(other.length / 2)))
  if (head.at(-1)?.toLowerCase() === tail[0]?.toLowerCase()) tail.shift()
  const joined = [...head, ...tail].join(' ')
  const isSame = withoutLegalForm(joined) === withoutLegalForm(head.join(' '))
  return (isSame ? [...head, other[0] ?? '', ...tail].join(' ') : joined).slice(0, 200).trim()
}

/** First letters of the words that begin with a capital; empty when they are too few or too many. */
export function acronymOf(name: string): string {
  const letters = name
    .split(/[\s\-’'"(),.]+/)
    .flatMap((word) => (/^\p{Lu}/u.test(word) ? [...word][0] : []))
    .join('')
  return letters.length >= 3 && letters.length <= 7 ? letters : ''
}

/** Columns of `actor_name` beside the actor, each name once. */
export function nameRows(names: readonly Name[], original: string) {
  const known = new Set<string>()
  return names.flatMap(({ kind, language, value }, index) => {
    const folded = fold(value)
    const key = `${kind}/${language}/${folded}`
    if (folded === '' || known.has(key)) return []
    known.add(key)
    const isOriginal = index === 0 && language === original
    return [[kind, language, value, folded, isOriginal, withoutLegalForm(value)] as const]
  })
}
