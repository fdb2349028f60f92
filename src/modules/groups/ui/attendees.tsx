import { useTranslations } from 'next-intl'
import type { Attendee } from '@/modules/groups/meeting.schema'
import { OrganisationName } from '@/modules/groups/ui/organisation-name'

/** People at a meeting, each with the organisation they stood for; whoever was erased is counted without a name. */
export function Attendees({ attendees }: { attendees: readonly Attendee[] }) {
  const t = useTranslations('groups')
  if (attendees.length === 0) return null
  return (
    <ul className="mt-1 text-sm">
      {attendees.map((one, index) => (
        <li key={one.userId ?? index} className="wrap-break-word">
          {one.name ?? t('erasedMember')}
          {(one.standsFor !== null || one.isHidden) && (
            <>
              , <OrganisationName organisation={one.standsFor} isHidden={one.isHidden} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
