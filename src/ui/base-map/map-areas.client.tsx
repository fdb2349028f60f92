'use client'

import type { Tooltip } from 'leaflet'
import { useEffect, useEffectEvent, useRef } from 'react'
import { type LonLat, wrapLongitude } from '@/core/mercator'
import type { Areas } from './area-layer'
import { useMountedMap } from './map-context'

// The first press of two is no press: two zoom in.
const twicePressedMs = 250

const tipClasses = 'rounded-md border-0 bg-sheet px-2.5 py-1 text-sm font-semibold text-ink shadow-float before:hidden'

type Event = { latlng: { lat: number; lng: number }; originalEvent: MouseEvent }

/**
 * Countries or regions filled on the map around it, pressed and pointed at by their whole surface. `lit`: the code under
 * the pointer or focus, here or in the list.
 */
export function MapAreas({
  areas,
  lit,
  tip,
  onPress,
  onPoint,
}: {
  areas: Areas
  lit: string | null
  /** What the lit area is called: beside the pointer, else at its point. */
  tip: { text: string; at: LonLat } | null
  onPress: (code: string) => void
  /** The pointer came to an area that has records, or left it (null). */
  onPoint: (code: string | null) => void
}) {
  const mounted = useMountedMap()
  useEffect(() => mounted?.areas.setAreas(areas), [mounted, areas])
  useEffect(() => mounted?.areas.setLit(lit), [mounted, lit])
  useEffect(
    () => () => {
      mounted?.areas.setAreas(null)
      mounted?.areas.setLit(null)
    },
    [mounted],
  )

  const pointer = useRef<Event['latlng']>(null)
  const box = useRef<Tooltip>(null)
  const press = useEffectEvent((code: string) => onPress(code))
  const point = useEffectEvent((code: string | null) => onPoint(code))
  useEffect(() => {
    if (mounted === null) return
    const { map, areas: layer } = mounted
    let pointed: string | null = null
    let waiting: ReturnType<typeof setTimeout> | undefined

    /** The area under the pointer; a mark over it speaks for itself. */
    const codeUnder = ({ latlng, originalEvent: { target } }: Event) =>
      target instanceof Element && target.closest('button') !== null
        ? undefined
        : layer.codeAt([wrapLongitude(latlng.lng), latlng.lat])
    const change = (code: string | null) => {
      pointed = code
      map.getContainer().classList.toggle('cursor-pointer', code !== null)
    }
    const leave = () => {
      pointer.current = null
      if (pointed === null) return
      change(null)
      point(null)
    }
    const follow = (event: Event) => {
      const code = codeUnder(event)
      pointer.current = code ? event.latlng : null
      if (code === undefined) change(null)
      else if (code !== pointed) {
        change(code)
        point(code)
      } else if (code !== null) box.current?.setLatLng(event.latlng)
    }
    const open = (event: Event) => {
      clearTimeout(waiting)
      const code = codeUnder(event)
      if (code) waiting = setTimeout(() => press(code), twicePressedMs)
    }
    const forget = () => clearTimeout(waiting)
    const handlers = { mousemove: follow, mouseout: leave, movestart: leave, click: open, dblclick: forget }
    map.on(handlers)
    return () => {
      forget()
      leave()
      map.off(handlers)
    }
  }, [mounted])

  const text = tip?.text
  const [longitude, latitude] = tip?.at ?? []
  useEffect(() => {
    if (mounted === null || text === undefined || longitude === undefined || latitude === undefined) return
    const { map } = mounted
    const place = pointer.current ?? { lat: latitude, lng: longitude }
    if (!map.getBounds().contains(place)) return
    let isGone = false
    const words = document.createElement('span')
    words.textContent = text
    const show = async () => {
      const { tooltip } = await import('leaflet/src/layer/Tooltip.js')
      if (isGone) return
      box.current = tooltip({ className: tipClasses, direction: 'top', offset: [0, -12], opacity: 1 })
        .setLatLng(pointer.current ?? place)
        .setContent(words)
        .openOn(map)
    }
    void show()
    return () => {
      isGone = true
      box.current?.remove()
      box.current = null
    }
  }, [mounted, text, longitude, latitude])
  return null
}
