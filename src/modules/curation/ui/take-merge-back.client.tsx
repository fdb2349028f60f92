'use client'

import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { takeMergeBack } from '@/modules/curation/merge.actions'
import { DeedForm } from '@/ui/form/deed-form.client'

/** The button that takes a merge back. */
export function TakeMergeBack({ id }: { id: string }) {
  const t = useTranslations('duplicates')
  return (
    <DeedForm
      action={takeMergeBack}
      values={{ id }}
      submit={t('merged.undo')}
      busy={t('busy')}
      icon={<Undo2 aria-hidden />}
    />
  )
}
