import { CalendarDays, CircleCheck, CircleX, Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { TransferState } from '@/modules/adoption/choices.schema'
import { Badge } from '@/ui/badge'

export const stateLooks = {
  interested: { tone: 'quiet', icon: Eye },
  workshop: { tone: 'mark', icon: CalendarDays },
  adopted: { tone: 'ok', icon: CircleCheck },
  not_adopted: { tone: 'warn', icon: CircleX },
} as const satisfies Record<TransferState, object>

/** How far a practice has come somewhere, in a word with its icon. */
export function TransferStateBadge({ state }: { state: TransferState }) {
  const t = useTranslations('adoption.state')
  const { tone, icon: Icon } = stateLooks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(state)}
    </Badge>
  )
}
