import { PencilLine } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { momentText } from '@/core/date-text'
import type { UnsentForm } from '@/modules/desk/draft.schema'

/** Forms the viewer began and did not send; each opens where it was left. */
export function UnsentList({ forms }: { forms: readonly UnsentForm[] }) {
  const t = useTranslations('desk.unsent')
  const locale = useLocale()
  return (
    <ul>
      {forms.map(({ form, recordId, isNew, name, updatedAt }) => (
        <li key={`${form} ${recordId}`} className="flex items-start gap-3 border-b border-rule py-3">
          <PencilLine className="mt-0.5 size-5 flex-none text-ink-3" aria-hidden />
          <span className="min-w-0">
            <Link
              href={isNew ? `/desk/${form}s/new?draft=${recordId}` : `/desk/${form}s/${recordId}`}
              prefetch={false}
              className="font-semibold wrap-break-word"
            >
              {name ?? t(`${form}NoName`)}
            </Link>
            <span className="block text-sm text-ink-2">
              {t(isNew ? `${form}New` : `${form}Change`)}
              {', '}
              {t('kept', {
                at: momentText(locale, updatedAt),
              })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
