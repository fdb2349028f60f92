import { Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'

/** On an account that is closed. */
export function DisabledBadge() {
  const t = useTranslations('users.list')
  return (
    <Badge tone="bad" icon={<Ban aria-hidden />}>
      {t('state.disabled')}
    </Badge>
  )
}
