import { Check, Hourglass, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ProposalRow } from '@/modules/curation/proposal.schema'
import { Badge } from '@/ui/badge'

const looks = {
  pending: { tone: 'mark', icon: Hourglass },
  accepted: { tone: 'ok', icon: Check },
  declined: { tone: 'warn', icon: Undo2 },
} as const

/** Whether a proposed change waits, was taken or was not. */
export function ProposalState({ state }: { state: ProposalRow['state'] }) {
  const t = useTranslations('proposals.state')
  const { tone, icon: Icon } = looks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(state)}
    </Badge>
  )
}
