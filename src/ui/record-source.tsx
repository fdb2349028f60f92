import { useTranslations } from 'next-intl'
import { dateText } from '@/core/date-text'
import { OutLink } from './out-link'

/** Where a record comes from, under which licence, when it was read, and whether it is demonstration data. */
export function RecordSource({
  source,
  demo,
  licence,
  locale,
}: {
  source: {
    name?: string | undefined
    recordId?: string | undefined
    url?: string | undefined
    licence?: string | undefined
    retrievedOn?: string | undefined
  } | null
  demo: boolean
  /** Of the whole site, when the source names none. */
  licence: string
  locale: string
}) {
  const t = useTranslations('ui.source')
  return (
    <footer className="mt-8 border-t print:mt-0 print:pt-1 print:border-0 border-rule pt-3 text-xs text-ink-2 print:text-[10px]">
      <p>
        {source === null ? (
          t('none')
        ) : (
          <>
            {t('label')} {source.url === undefined ? source.name : <OutLink href={source.url}>{source.name}</OutLink>}
            {source.recordId !== undefined && ` (${source.recordId})`}
            {source.retrievedOn !== undefined &&
              `, ${t('retrieved', { date: dateText(locale, new Date(source.retrievedOn), 'day') })}`}
            .
          </>
        )}{' '}
        {t('licence', { licence: source?.licence ?? licence })}
      </p>
      {demo && <p>{t('demo')}</p>}
    </footer>
  )
}
