import { Ban, CircleDot, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoundState as State } from '@/modules/rounds/round.schema'
import { Badge } from '@/ui/badge'

const looks = {
  open: { tone: 'mark', icon: CircleDot },
  closed: { tone: 'quiet', icon: Lock },
  annulled: { tone: 'bad', icon: Ban },
} as const

/** Where a round stands, in a word. */
export function RoundState({ state }: { state: State }) {
  const t = useTranslations('rounds.state')
  const { tone, icon: Icon } = looks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(state)}
    </Badge>
  )
}
