import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Link } from '@/i18n/navigation'

/** The way back; the last step is the page itself and has no address. */
export function Breadcrumb({ steps }: { steps: readonly { label: string; href?: string }[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('breadcrumb')} data-screen-only className="mb-2.5 text-xs">
      <ol className="flex flex-wrap gap-x-1.5">
        {steps.map((step, index) => (
          <Fragment key={step.label}>
            {index > 0 && (
              <li aria-hidden className="text-ink-3">
                /
              </li>
            )}
            <li>
              {step.href === undefined ? (
                <span aria-current="page" className="text-ink-2">
                  {step.label}
                </span>
              ) : (
                <Link href={step.href} prefetch={false}>
                  {step.label}
                </Link>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
