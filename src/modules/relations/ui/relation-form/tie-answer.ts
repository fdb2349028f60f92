import { listOf, objectOf, oneOf, orNull, textOf } from '@/core/answer'
import { relationTypes, type RelationType } from '@/modules/taxonomy/relation-choices.schema'

export type Tie = { slug: string; type: RelationType; name: string; started: string | null }

function tieOf(answer: unknown): Tie {
  const { slug, type, name, started } = objectOf(answer)
  return { slug: textOf(slug), type: oneOf(relationTypes, type), name: textOf(name), started: orNull(started, textOf) }
}

/** Reads what `/api/suggest/ties` answered; throws when it is something else. */
export const readTies = (answer: unknown): Tie[] => listOf(answer).map(tieOf)
