'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CuratedKind } from '@/modules/curation/proposal.schema'
import { restoreOldVersion } from '@/modules/curation/revision.actions'
import { Button } from '@/ui/button'
import { fieldText } from '@/ui/field-text'
import { useFormAction } from '@/ui/form/use-form-action.client'

/** Gives a record back what an older version said. One press: it makes a new version, which can be taken back alike. */
export function RestoreVersion({ at, to }: { at: { kind: CuratedKind; id: string; version: number }; to: number }) {
  const t = useTranslations('history')
  const moves = useTranslations('form.moves')
  const errors = useTranslations('errors')
  const [{ refusal, problems }, send, isPending] = useFormAction(restoreOldVersion)
  const fault = refusal ?? problems[0]
  return (
    <form action={send} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="kind" value={at.kind} />
      <input type="hidden" name="id" value={at.id} />
      <input type="hidden" name="version" value={at.version} />
      <input type="hidden" name="to" value={to} />
      <Button
        type="submit"
        size="small"
        icon={<RotateCcw aria-hidden />}
        busy={isPending}
        busyLabel={moves('busy')}
        aria-label={t('restoreNamed', { version: to })}
      >
        {t('restore')}
      </Button>
      {fault && (
        <span role="alert" className="text-sm text-bad">
          {fieldText(errors, fault)}
        </span>
      )}
    </form>
  )
}
