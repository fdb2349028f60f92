import { Check, CirclePause, CircleSlash, Star } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ResultClass } from '@/modules/rounds/result.schema'
import { Badge } from '@/ui/badge'

const looks = {
  excellent: { tone: 'ok', icon: Star },
  good: { tone: 'ok', icon: Check },
  sufficient: { tone: 'quiet', icon: Check },
  on_hold: { tone: 'warn', icon: CirclePause },
  none: { tone: 'quiet', icon: CircleSlash },
} as const

/** The class of a result, or that there is none. */
export function ResultBadge({ resultClass }: { resultClass: ResultClass | null }) {
  const t = useTranslations('rounds.result.resultClass')
  const name = resultClass ?? 'none'
  const { tone, icon: Icon } = looks[name]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(name)}
    </Badge>
  )
}
