'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { newId } from '@/core/new-id'
import { textAt } from '@/core/form-values'
import type { ActorSuggestion, PlaceSuggestion } from '@/modules/actors/ui/suggestion-answers'
import { useSuggestions } from '@/modules/actors/ui/suggestions.client'
import type { RelationType } from '@/modules/taxonomy/relation-choices.schema'
import { Combobox } from '@/ui/combobox/combobox.client'
import type { ComboOption } from '@/ui/combobox/combo-option'
import { Fieldset } from '@/ui/fieldset'
import { useFormFields } from '@/ui/form/form-context'
import { PartyItem } from './party-item.client'
import { partyRow, type PartyRow, usualRole } from './party-row'
import type { RelationChoices } from './relation-choices'

type Found = { actor: ActorSuggestion } | { place: PlaceSuggestion }

/** Parties in their order: found in the register or the gazetteer, or written down as a new actor. */
export function PartiesField({
  rows,
  onRows,
  type,
  countries,
}: {
  rows: readonly PartyRow[]
  onRows: (rows: readonly PartyRow[]) => void
  type: RelationType | null
  countries: RelationChoices['countries']
}) {
  const t = useTranslations('relationForm')
  const { values, faultOf } = useFormFields()
  const { findParties, ofActor, ofPlace } = useSuggestions()
  const found = useRef(new Map<string, Found>())
  const [added, setAdded] = useState(0)
  const [fresh, setFresh] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)

  const hasEnd = (value: string) =>
    rows.some(
      ({ end }) =>
        ('actorId' in end && end.actorId === value) || ('placeId' in end && `place ${end.placeId}` === value),
    )
  const withNote = (option: ComboOption): ComboOption =>
    hasEnd(option.value) ? { ...option, taken: t('alreadyParty') } : option
  const load = async (typed: string, signal: AbortSignal) => {
    const { actors, places } = await findParties(typed, signal)
    for (const actor of actors) found.current.set(actor.id, { actor })
    for (const place of places) found.current.set(`place ${place.id}`, { place })
    return [...actors.map(ofActor), ...places.map((place) => ({ ...ofPlace(place), value: `place ${place.id}` }))].map(
      withNote,
    )
  }
  const role = usualRole(type, rows.length)
  const onPartyChosen = ({ value }: ComboOption) => {
    const party = found.current.get(value)
    if (party === undefined || hasEnd(value)) return
    onRows([
      ...rows,
      'actor' in party
        ? partyRow(
            { actorId: party.actor.id },
            { label: party.actor.name, kind: party.actor.kind, note: party.actor.where, role },
          )
        : partyRow({ placeId: String(party.place.id) }, { label: party.place.name, note: party.place.where, role }),
    ])
  }
  const onNewActor = (name: string) => {
    const row = partyRow({ bornId: newId(), name }, { label: name, note: '', role })
    onRows([...rows, row])
    setFresh(row.key)
    setAdded(added + 1)
  }
  const onMove = (position: number, step: -1 | 1) => {
    const moved = [...rows]
    const [row] = moved.splice(position, 1)
    if (row !== undefined) moved.splice(position + step, 0, row)
    onRows(moved)
  }
  const onRemove = (position: number) => {
    onRows(rows.filter((_, index) => index !== position))
    box.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
  }
  const onNamed = (position: number, name: string) =>
    onRows(
      rows.map((row, index) =>
        index === position && 'bornId' in row.end ? { ...row, end: { ...row.end, name } } : row,
      ),
    )
  return (
    <Fieldset id="parties" label={t('parties')} hint={t('partiesHint')}>
      {rows.length > 0 && (
        <ol>
          {rows.map((row, position) => (
            <PartyItem
              key={row.key}
              row={row}
              position={position}
              isLast={position === rows.length - 1}
              isFresh={row.key === fresh}
              countries={countries}
              onMove={(step) => onMove(position, step)}
              onRemove={() => onRemove(position)}
              onNamed={(name) => onNamed(position, name)}
            />
          ))}
        </ol>
      )}
      <div ref={box}>
        <Combobox
          key={added}
          name="addParty"
          label={t('addParty')}
          load={load}
          initial={{ value: '', text: added === 0 ? textAt(values, 'addPartyText') : '' }}
          error={faultOf('addParty')}
          clearOnChoice
          onChoose={onPartyChosen}
          onAdd={onNewActor}
        />
      </div>
    </Fieldset>
  )
}
