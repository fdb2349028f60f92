import { useTranslations } from 'next-intl'
import { QrCode } from '@/ui/qr-code'
import { Section } from '@/ui/section'

/** The key of an app, to be read by its camera or typed. */
export function KeyToScan({ secret, address }: { secret: string; address: string }) {
  const t = useTranslations('ownAccount.twoFactor')
  return (
    <Section id="scan" title={t('scanTitle')}>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        <QrCode text={address} label={t('scanAlt')} />
        <dl className="min-w-0 flex-1 basis-56">
          <dt className="text-md font-semibold">{t('key')}</dt>
          <dd className="mt-1 font-mono text-lg wrap-break-word">{secret.match(/.{1,4}/g)?.join(' ')}</dd>
          <dd className="mt-1 text-sm text-ink-2">{t('keyHint')}</dd>
        </dl>
      </div>
    </Section>
  )
}
