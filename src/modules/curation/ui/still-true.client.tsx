'use client'

import { BadgeCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { stillTrueHere } from '@/modules/curation/verification.actions'
import type { VerifiedKind } from '@/modules/curation/verification.schema'
import { DeedForm } from '@/ui/form/deed-form.client'

/** "Still true" by one click, beside a record's title or in a list; `back` is the list to come back to. */
export function StillTrue({
  record,
  back,
}: {
  record: { kind: VerifiedKind; id: string; name: string }
  back?: string
}) {
  const t = useTranslations('verification')
  const isRow = back !== undefined
  return (
    <DeedForm
      action={stillTrueHere}
      values={{ kind: record.kind, id: record.id, ...(isRow && { back }) }}
      submit={isRow ? { text: t('stillTrue'), label: t('stillTrueOf', { name: record.name }) } : t('stillTrue')}
      busy={t('busy')}
      icon={<BadgeCheck aria-hidden />}
      {...(isRow && { size: 'small' as const })}
    />
  )
}
