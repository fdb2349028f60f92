'use client'

import { Download, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Link } from '@/i18n/navigation'
import { Button } from '@/ui/button'
import { buttonClasses } from '@/ui/button-look'

/** The ten codes, the only time that they can be read; focused, since everything else waits for them to be kept. */
export function RecoveryCodes({ codes, email }: { codes: readonly string[]; email: string }) {
  const t = useTranslations('ownAccount.twoFactor')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const file = `${t('file', { email })}\n\n${codes.join('\n')}\n`
  return (
    <section aria-labelledby="recovery-codes" className="max-w-[34rem]">
      <h2 ref={heading} id="recovery-codes" tabIndex={-1} className="mb-2 text-lg font-semibold">
        {t('codesTitle')}
      </h2>
      <p className="mb-4 text-ink-2">{t('codesLead')}</p>
      <ol
        aria-label={t('codesAll')}
        className="mb-5 grid grid-cols-2 gap-x-8 gap-y-2 rounded-lg bg-sheet px-6 py-5 font-mono text-lg shadow-sheet max-[24rem]:grid-cols-1"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div data-screen-only className="flex flex-wrap gap-2">
        {/* A file in the address itself: works without script, and nothing is stored anywhere. */}
        <a
          className={buttonClasses({})}
          download="compete-in-atlas-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
        >
          <Download aria-hidden />
          {t('download')}
        </a>
        <Button icon={<Printer aria-hidden />} onClick={() => print()}>
          {t('print')}
        </Button>
        <Link href="/desk/account" prefetch={false} className={buttonClasses({ look: 'primary' })}>
          {t('kept')}
        </Link>
      </div>
    </section>
  )
}
