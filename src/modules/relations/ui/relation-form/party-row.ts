import type { FormFields } from '@/core/form-fields'
import { groupAt, rowsAt, textAt } from '@/core/form-values'
import type { ActorKind, PartyRole } from '@/modules/taxonomy/taxonomy.schema'
import { actorKinds } from '@/modules/taxonomy/choices.schema'
import { groupOf, type RelationType, relationTypeFacts } from '@/modules/taxonomy/relation-choices.schema'

/** One party in the form, as it is drawn. `end` is what it sends beside its role. */
export type PartyRow = {
  /** Stays with the row when it moves. */
  key: string
  end:
    | { actorId: string }
    | { placeId: string }
    | { country: string; placeName: string; longitude: string; latitude: string }
    | { bornId: string; name: string }
  label: string
  kind?: ActorKind
  note: string
  role: string
}

const keyOf = (end: PartyRow['end']): string =>
  'actorId' in end
    ? end.actorId
    : 'placeId' in end
      ? `place ${end.placeId}`
      : 'bornId' in end
        ? end.bornId
        : `${end.country} ${end.placeName} ${end.longitude}`

function endOf(row: FormFields): PartyRow['end'] {
  if (row.new !== undefined) {
    const born = groupAt(row, 'new')
    return { bornId: textAt(born, 'id'), name: textAt(born, 'name') }
  }
  if (row.actorId !== undefined) return { actorId: textAt(row, 'actorId') }
  if (row.placeId !== undefined) return { placeId: textAt(row, 'placeId') }
  const named = (name: string) => textAt(row, name)
  return {
    ...{ country: named('country'), placeName: named('placeName') },
    ...{ longitude: named('longitude'), latitude: named('latitude') },
  }
}

export const partyRow = (end: PartyRow['end'], shown: Omit<PartyRow, 'key' | 'end'>): PartyRow => ({
  key: keyOf(end),
  end,
  ...shown,
})

/** The rows a form's values hold. A party sent twice keeps both rows. */
export const partyRowsOf = (values: FormFields): PartyRow[] =>
  rowsAt(values, 'parties').map((row, index) => {
    const end = endOf(row)
    const kind = actorKinds.find((one) => one === textAt(row, 'kind'))
    const shown = {
      label: textAt(row, 'label'),
      note: textAt(row, 'note'),
      role: textAt(row, 'role'),
      ...(kind !== undefined && { kind }),
    }
    return { ...partyRow(end, shown), key: `${keyOf(end)} ${index}` }
  })

/** The role a party most often has: who sends in an export, who leads a project. The writer may choose another. */
export function usualRole(type: RelationType | null, position: number): PartyRole {
  if (type === 'membership' || type === 'network_membership') return position === 0 ? 'member' : 'host'
  if (type === 'eu_project') return position === 0 ? 'lead' : 'partner'
  if (type === null || groupOf(type) === 'institutional') return 'partner'
  const { direction } = relationTypeFacts[type]
  if (direction === 'none') return 'partner'
  const far = type === 'student_mobility' || type === 'staff_mobility' ? 'host' : 'receiver'
  return (direction === 'out') === (position === 0) ? 'sender' : far
}
