import { ChevronDown, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { addressWith, keptBeside } from '@/core/address'
import { Link } from '@/i18n/navigation'
import { Button } from '@/ui/button'
import { chipClasses } from '@/ui/chip-look'
import { TextInput } from '@/ui/text-input'

/** First and last year: relations that were alive in between. A native disclosure with a GET form, like the other chips. */
export function YearFilter({ path, params }: { path: string; params: URLSearchParams }) {
  const t = useTranslations('filters')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const [since, until] = [params.get('since') ?? '', params.get('until') ?? '']
  const on = since !== '' || until !== ''
  const range =
    since === ''
      ? t('untilYear', { year: until })
      : until === ''
        ? t('sinceYear', { year: since })
        : since === until
          ? since
          : `${since}–${until}`
  return (
    <div className="inline-flex">
      <details name="filter" data-popover className="sm:relative">
        <summary className={`${chipClasses(on)} ${on ? 'rounded-r-none border-r-0 pr-1' : ''}`}>
          {on ? (
            range
          ) : (
            <>
              {t('years')}
              <ChevronDown aria-hidden />
            </>
          )}
        </summary>
        <form
          action={`/${locale}${path}`}
          method="get"
          className="absolute top-full left-0 z-20 mt-2 flex w-72 max-w-full flex-col gap-3 rounded-lg bg-sheet p-4 shadow-float"
        >
          {keptBeside(params, 'since', 'until').map(([key, value], index) => (
            <input key={index} type="hidden" name={key} value={value} />
          ))}
          <TextInput name="since" label={t('since')} optional inputMode="numeric" defaultValue={since} />
          <TextInput name="until" label={t('until')} optional inputMode="numeric" defaultValue={until} />
          <div className="flex justify-end">
            <Button type="submit" size="small" look="primary">
              {ui('show')}
            </Button>
          </div>
        </form>
      </details>
      {on && (
        <Link
          href={addressWith(path, params, { since: null, until: null })}
          prefetch={false}
          className={`${chipClasses(true)} rounded-l-none border-l-0 pl-1`}
          aria-label={ui('removeFilter', { name: t('years') })}
        >
          <X aria-hidden />
        </Link>
      )}
    </div>
  )
}
