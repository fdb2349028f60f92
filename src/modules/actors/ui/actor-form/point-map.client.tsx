'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { BaseMap } from '@/ui/base-map/base-map.client'
import { MapMarks } from '@/ui/base-map/map-marks.client'
import { Button } from '@/ui/button'
import { PlaceDisc } from '@/ui/place-disc'

const europe = { center: [12, 50] as const, zoom: 3.5 }

const degrees = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) || Math.abs(value) > 180 ? null : value
}

/** The point on the map: pressing the ground sets it. The map comes when it is asked for; typing needs no map. */
export function PointMap({
  longitude,
  latitude,
  onPointed,
}: {
  longitude: string
  latitude: string
  onPointed: (longitude: number, latitude: number) => void
}) {
  const t = useTranslations('actorForm.map')
  const locale = useLocale()
  const [isOpen, setIsOpen] = useState(false)
  const [x, y] = [degrees(longitude), degrees(latitude)]
  const at = x === null || y === null ? null : ([x, y] as const)
  if (!isOpen)
    return (
      <div>
        <Button size="small" onClick={() => setIsOpen(true)}>
          {t('open')}
        </Button>
      </div>
    )
  return (
    <BaseMap
      locale={locale}
      labels={{ map: t('label'), keyboard: t('keyboard'), zoomIn: t('zoomIn'), zoomOut: t('zoomOut') }}
      view={at === null ? europe : { center: at, zoom: 10 }}
      onPress={([east, north]) => onPointed(east, north)}
      className="h-72 rounded-md"
    >
      <MapMarks
        marks={at === null ? [] : [{ id: 'point', at, size: 28, name: t('point'), content: <PlaceDisc size={28} /> }]}
        onPress={() => undefined}
      />
    </BaseMap>
  )
}
