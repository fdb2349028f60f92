import type { ActorChoices } from '@/modules/actors/ui/actor-form/actor-choices'

/** Closed lists in the reader's language, made by the page. */
export type PracticeChoices = Pick<
  ActorChoices,
  'languages' | 'language' | 'countries' | 'sectors' | 'themes' | 'curators'
>
