'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CuratedKind } from '@/modules/curation/proposal.schema'
import { restoreOldVersion } from '@/modules/curation/revision.actions'
import { DeedForm } from '@/ui/form/deed-form.client'

/** Gives a record back what an older version said. One press: it makes a new version, which can be taken back alike. */
export function RestoreVersion({ at, to }: { at: { kind: CuratedKind; id: string; version: number }; to: number }) {
  const t = useTranslations('history')
  return (
    <DeedForm
      action={restoreOldVersion}
      values={{ ...at, to }}
      size="small"
      submit={{ text: t('restore'), label: t('restoreNamed', { version: to }) }}
      icon={<RotateCcw aria-hidden />}
    />
  )
}
