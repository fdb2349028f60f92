import type { ActorDetail } from '@/modules/actors/actor.schema'

/** The actor's label in the reader's language where there is one, else the original. */
export function labelIn(actor: Pick<ActorDetail, 'names' | 'originalLanguage'>, locale: string) {
  const labels = actor.names.filter((name) => name.kind === 'label')
  const found =
    labels.find(({ language }) => language === locale) ??
    labels.find(({ language }) => language === actor.originalLanguage)
  return { value: found?.value ?? '', language: found?.language ?? actor.originalLanguage }
}
