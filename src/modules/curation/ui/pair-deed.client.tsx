'use client'

import { useTranslations } from 'next-intl'
import { comparePairAgain, tellPairApart } from '@/modules/curation/duplicate.actions'
import type { Pair } from '@/modules/curation/duplicate.schema'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

const deeds = {
  apart: { action: tellPairApart, words: 'notDuplicate', named: 'notDuplicateNamed' },
  again: { action: comparePairAgain, words: 'again', named: null },
} as const

/** "Not a duplicate", or that taken back. `names` tells programs which pair the button is of. */
export function PairDeed({
  deed,
  pair,
  names,
}: {
  deed: keyof typeof deeds
  pair: Pair
  names: { first: string; second: string }
}) {
  const t = useTranslations('duplicates')
  const errors = useTranslations('errors')
  const { action, words, named } = deeds[deed]
  const [state, send, isPending] = useFormAction(action)
  const fault = state.refusal ?? state.problems[0]
  return (
    <form action={send} className="flex flex-col gap-2">
      <input type="hidden" name="kind" value={pair.kind} />
      <input type="hidden" name="firstId" value={pair.firstId} />
      <input type="hidden" name="secondId" value={pair.secondId} />
      <Button
        type="submit"
        size="small"
        busy={isPending}
        busyLabel={t('busy')}
        aria-label={named === null ? undefined : t(named, names)}
      >
        {t(words)}
      </Button>
      {fault && (
        <Notice tone="bad" role="alert">
          {fieldText(errors, fault)}
        </Notice>
      )}
    </form>
  )
}
