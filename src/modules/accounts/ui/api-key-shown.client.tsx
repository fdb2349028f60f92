'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Link } from '@/i18n/navigation'
import { buttonClasses } from '@/ui/button-look'
import { Notice } from '@/ui/notice'

/** The key, the only time that it can be read; its heading is focused, since everything else waits for it to be kept. */
export function ApiKeyShown({ token, name }: { token: string; name: string }) {
  const t = useTranslations('apiKeys.made')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="api-key" className="flex max-w-[34rem] flex-col gap-4">
      <h3 ref={heading} id="api-key" tabIndex={-1} className="text-lg font-semibold">
        {t('title', { name })}
      </h3>
      <Notice tone="mark">{t('once')}</Notice>
      <p className="rounded-lg bg-sheet px-5 py-4 font-mono text-lg wrap-anywhere shadow-sheet select-all">{token}</p>
      <p className="text-sm text-ink-2">
        {t('use')} <code className="font-mono wrap-anywhere">Authorization: Bearer {token.slice(0, 12)}…</code>
      </p>
      <div>
        <Link href="/desk/api-keys" prefetch={false} className={buttonClasses({ look: 'primary' })}>
          {t('kept')}
        </Link>
      </div>
    </section>
  )
}
