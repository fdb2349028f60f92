import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'

/** Its radios stand beside the versions: the form is empty but for its button, and works without script. */
export function CompareForm({ action }: { action: string }) {
  const t = useTranslations('history')
  return (
    <form id="compare" action={action} method="get" className="mb-3 flex flex-wrap items-center gap-3">
      <p className="text-sm text-ink-2">{t('choose')}</p>
      <Button type="submit" size="small">
        {t('compare')}
      </Button>
    </form>
  )
}
