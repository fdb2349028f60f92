'use client'

import { CalendarPlus, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { makeFeedHere, stopFeedHere } from '@/modules/groups/feed.actions'
import { Button } from '@/ui/button'
import { buttonClasses } from '@/ui/button-look'
import { fieldText } from '@/ui/field-text'
import { DeedForm } from '@/ui/form/deed-form.client'
import { useFormAction } from '@/ui/form/use-form-action.client'
import { Notice } from '@/ui/notice'

/** One's own address for a calendar: made, shown once, made anew or given up. */
export function CalendarFeed({
  feed,
  canHave,
}: {
  /** The days it was made and last asked for, in words; null = there is none. */
  feed: { made: string; read: string | null } | null
  /** Does the viewer sit in a group now? */
  canHave: boolean
}) {
  const t = useTranslations('groups.feed')
  const errors = useTranslations('errors')
  const ui = useTranslations('ui')
  const [state, make, isPending] = useFormAction(makeFeedHere)
  if (state.result !== undefined) return <Address address={state.result.address} />
  return (
    <div className="flex flex-col items-start gap-4">
      {feed !== null && (
        <p>
          {t('madeOn', { day: feed.made })} {feed.read === null ? t('neverRead') : t('readOn', { day: feed.read })}
        </p>
      )}
      {canHave && (
        <form action={make} className="flex flex-col items-start gap-3">
          {feed !== null && <p className="text-sm text-ink-2">{t('anewBody')}</p>}
          {state.refusal && (
            <Notice tone="bad" role="alert">
              {fieldText(errors, state.refusal)}
            </Notice>
          )}
          <Button
            type="submit"
            icon={feed === null ? <CalendarPlus aria-hidden /> : <RefreshCw aria-hidden />}
            busy={isPending}
            busyLabel={ui('sending')}
          >
            {feed === null ? t('make') : t('anew')}
          </Button>
        </form>
      )}
      {feed !== null && (
        <DeedForm action={stopFeedHere} values={{}} submit={t('stop')} busy={ui('sending')} look="destructive" />
      )}
    </div>
  )
}

/** The address, the only time that it can be read; its heading is focused, since everything else waits for it. */
function Address({ address }: { address: string }) {
  const t = useTranslations('groups.feed')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="calendar-address" className="flex flex-col items-start gap-4">
      <h3 ref={heading} id="calendar-address" tabIndex={-1} className="text-lg font-semibold">
        {t('madeTitle')}
      </h3>
      <Notice tone="mark">{t('once')}</Notice>
      <p className="max-w-full rounded-lg bg-sheet px-5 py-4 font-mono wrap-anywhere shadow-sheet select-all">
        {address}
      </p>
      <p className="text-sm text-ink-2">{t('use')}</p>
      <a href={address.replace(/^https?:/, 'webcal:')} className={buttonClasses({ look: 'primary' })}>
        <CalendarPlus aria-hidden />
        {t('open')}
      </a>
    </section>
  )
}
