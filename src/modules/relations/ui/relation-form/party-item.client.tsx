'use client'

import { ArrowDown, ArrowUp, ChevronDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { partyRoles } from '@/modules/taxonomy/relation-choices.schema'
import { controlClasses } from '@/ui/control-look'
import { Disc } from '@/ui/disc'
import { FieldError } from '@/ui/field-error'
import { useFormFields } from '@/ui/form/form-context'
import { IconButton } from '@/ui/icon-button'
import { PlaceDisc } from '@/ui/place-disc'
import { BornActor } from './born-actor.client'
import type { PartyRow } from './party-row'
import type { RelationChoices } from './relation-choices'

type Props = {
  row: PartyRow
  position: number
  isLast: boolean
  isFresh: boolean
  countries: RelationChoices['countries']
  onMove: (step: -1 | 1) => void
  onRemove: () => void
  onNamed: (name: string) => void
}

// Keeps roles under each other where a row cannot move further.
const placeholder = 'size-9 max-sm:hidden'

/** One party: who or where, its role, its place in the order. */
export function PartyItem({ row, position, isLast, isFresh, countries, onMove, onRemove, onNamed }: Props) {
  const t = useTranslations('relationForm')
  const kindWord = useTranslations('taxonomy.kind')
  const roleWord = useTranslations('taxonomy.role')
  const { faultOf } = useFormFields()
  const name = `parties.${position}`
  const error = faultOf(name)
  const { end, kind } = row
  const label = 'bornId' in end ? end.name : row.label
  const sent: Record<string, string> = 'bornId' in end ? {} : end
  return (
    <li
      id={name}
      tabIndex={-1}
      aria-describedby={error && `${name}-error`}
      className={`flex flex-col gap-2.5 border-b border-rule py-2.5 ${error ? 'border-l-3 border-l-bad pl-3.5' : ''}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {Object.entries(sent).map(([part, value]) => (
          <input key={part} type="hidden" name={`${name}.${part}`} value={value} />
        ))}
        {'bornId' in end ? null : (
          <>
            <input type="hidden" name={`${name}.label`} value={row.label} />
            <input type="hidden" name={`${name}.note`} value={row.note} />
            {kind !== undefined && <input type="hidden" name={`${name}.kind`} value={kind} />}
          </>
        )}
        {kind === undefined && !('bornId' in end) ? <PlaceDisc /> : <Disc kind={kind ?? 'other'} />}
        <span className="min-w-0 flex-1 basis-40 max-sm:basis-3/4">
          <span className="block font-semibold wrap-break-word">{label}</span>
          <span className="block text-xs text-ink-3">
            {'bornId' in end
              ? t('newActor')
              : kind === undefined
                ? `${t('place')}, ${row.note}`
                : `${kindWord(kind)}, ${row.note}`}
          </span>
        </span>
        <span className="relative w-36 max-sm:ml-10 max-sm:flex-1">
          <select
            name={`${name}.role`}
            aria-label={t('roleOf', { name: label })}
            defaultValue={row.role}
            className={`${controlClasses(false)} appearance-none pr-8`}
          >
            {partyRoles.map((role) => (
              <option key={role} value={role}>
                {roleWord(role)}
              </option>
            ))}
          </select>
          <ChevronDown className="pointer-events-none absolute top-3 right-2.5 size-[18px] text-ink-2" aria-hidden />
        </span>
        <span className="flex">
          {position === 0 ? (
            <span className={placeholder} />
          ) : (
            <IconButton
              label={t('moveUp', { name: label })}
              icon={<ArrowUp aria-hidden />}
              onClick={() => onMove(-1)}
            />
          )}
          {isLast ? (
            <span className={placeholder} />
          ) : (
            <IconButton
              label={t('moveDown', { name: label })}
              icon={<ArrowDown aria-hidden />}
              onClick={() => onMove(1)}
            />
          )}
          <IconButton label={t('removeParty', { name: label })} icon={<X aria-hidden />} onClick={onRemove} />
        </span>
      </div>
      {'bornId' in end && (
        <BornActor
          name={`${name}.new`}
          id={end.bornId}
          actorName={end.name}
          isFresh={isFresh}
          countries={countries}
          onNamed={onNamed}
        />
      )}
      {error && <FieldError id={`${name}-error`} fault={error} />}
    </li>
  )
}
