import { FlaskConical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'

/** Marks a body or a tie that was invented for the demonstration. */
export function FictitiousBadge() {
  const t = useTranslations('actors')
  return (
    <Badge tone="warn" icon={<FlaskConical aria-hidden />}>
      {t('fictitious')}
    </Badge>
  )
}
