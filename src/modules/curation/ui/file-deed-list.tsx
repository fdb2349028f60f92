import { useLocale, useTranslations } from 'next-intl'
import { momentText } from '@/core/date-text'
import type { FileDeed } from '@/modules/curation/revision.schema'
import { Section } from '@/ui/section'

/** In the history of a record: what was done with its files, which are no part of its versions. */
export function FileDeedList({ deeds }: { deeds: readonly FileDeed[] }) {
  const t = useTranslations('history')
  const locale = useLocale()
  return (
    <Section id="files" title={t('files.title')}>
      <ol reversed className="border-t border-rule">
        {deeds.map(({ id, at, action, isOrder, file, author }) => (
          <li key={id} className="border-b border-rule py-3">
            <span className="font-semibold">{t(isOrder ? 'files.order' : `files.${action}`)}</span>
            {!isOrder && file !== null && (
              <>
                {' '}
                <span lang={file.language ?? undefined} className="wrap-anywhere">
                  {file.name}
                </span>
              </>
            )}
            <span className="block text-sm text-ink-2">
              {t('by', { who: author ?? t('somebody'), at: momentText(locale, at) })}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
