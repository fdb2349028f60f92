import { useTranslations } from 'next-intl'
import { CopyFields } from '@/modules/practices/ui/copy-fields.client'
import type { ProgrammeEntry } from '@/modules/practices/programme-form.schema'
import { MoreFields } from '@/ui/form/more-fields'

/** A practice field by field for the programme's own form, folded away until somebody fills that in. */
export function ProgrammeFields({ entries }: { entries: readonly ProgrammeEntry[] }) {
  const t = useTranslations('practices.programme')
  const ui = useTranslations('ui')
  return (
    <div data-screen-only className="mt-8">
      <MoreFields label={t('title')} open={false}>
        <p className="max-w-[66ch] text-sm text-ink-2">{t('lead')}</p>
        <CopyFields
          words={{ copy: t('copy'), copied: t('copied'), failed: t('failed') }}
          fields={entries
            .filter(({ text }) => text !== '')
            .map(({ field, text, language, count, max }) => ({
              ...{ field, text, language },
              label: t(`field.${field}`),
              counter: max === null ? null : ui('counter', { count, max }),
              isTooLong: max !== null && count > max,
            }))}
        />
      </MoreFields>
    </div>
  )
}
