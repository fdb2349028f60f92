import { useTranslations } from 'next-intl'
import type { ShownLine } from '@/modules/relations/ui/relation-map'
import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { MiniMap, type MiniPoint } from '@/ui/base-map/mini-map'
import { kindLook } from '@/ui/kind-look'

/** Where a practice is, with the lines of the relations it rests on. */
export function PracticeMap({ practice, lines }: { practice: PracticeDetail; lines: readonly ShownLine[] }) {
  const t = useTranslations('practices')
  const { longitude, latitude, inCharge } = practice
  const alive = lines.filter(({ state }) => state !== 'suspended' && state !== 'ended')
  const points: MiniPoint[] = [
    ...(longitude === null || latitude === null
      ? []
      : [
          {
            ...{ id: 'here', at: [longitude, latitude] as const, isMain: true },
            ...(inCharge !== null && { color: kindLook[inCharge.kind].className }),
          },
        ]),
    ...alive.map(({ to }, index) => ({ id: String(index), at: to })),
  ]
  if (points.length === 0) return null
  return (
    <MiniMap
      label={t('map', { count: alive.length })}
      points={points}
      lines={alive.map((line, index) => ({ id: String(index), ...line }))}
      width={380}
      height={260}
    />
  )
}
