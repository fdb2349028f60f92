import { getTranslations } from 'next-intl/server'
import { formLanguages } from '@/app/[locale]/desk/form-choices'
import type { Locale } from '@/core/localized'
import type { Viewer } from '@/core/viewer'
import { homeOfPractice, statesIn } from '@/modules/adoption/own-transfer.queries'
import { canKeepSomeTransfer } from '@/modules/adoption/transfer.policy'
import { findTransfersOfPractice } from '@/modules/adoption/transfer.queries'
import { InterestOnPractice } from '@/modules/adoption/ui/interest-on-practice.client'
import { TransferStateBadge } from '@/modules/adoption/ui/transfer-state'
import { TransfersOfPractice } from '@/modules/adoption/ui/transfers-of-practice'
import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { getRelationSummaries } from '@/modules/relations/relation.queries'
import { findTerritories } from '@/modules/territories/territory.queries'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'

type Props = { viewer: Viewer | null; practice: Pick<PracticeDetail, 'id' | 'status'>; locale: Locale }

/** Who adopted a practice, and what those who keep a territory may say of theirs. */
export async function PracticeAdoption({ viewer, practice, locale }: Props) {
  const transfers = await findTransfersOfPractice(practice.id, locale)
  const relations = await getRelationSummaries([...new Set(transfers.flatMap((one) => one.relations))], locale)
  return (
    <TransfersOfPractice transfers={transfers} relations={relations}>
      {canKeepSomeTransfer(viewer) && practice.status === 'published' && (
        <OwnAdoption viewer={viewer} practiceId={practice.id} locale={locale} />
      )}
    </TransfersOfPractice>
  )
}

/** Of so many territories each is named with what may be done; of more only where something is recorded. */
const fewTerritories = 3

async function OwnAdoption({ viewer, practiceId, locale }: { viewer: Viewer; practiceId: string; locale: Locale }) {
  const [t, { rows }, home, { languages, language }] = await Promise.all([
    getTranslations('adoption.own'),
    findTerritories({}, { locale }),
    homeOfPractice(practiceId),
    formLanguages(viewer, locale),
  ])
  const own = rows.filter(({ id }) => viewer.isAdmin || viewer.territoryIds.includes(id))
  const others = own.filter(({ id }) => id !== home)
  const states = await statesIn(practiceId, others.map(({ id }) => id)) // prettier-ignore
  const marked = others.flatMap((one) => {
    const state = states.get(one.id)
    return state === undefined ? [] : [{ ...one, state }]
  })
  const unmarked = others.filter(({ id }) => !states.has(id))
  const homeName = own.find(({ id }) => id === home)?.name
  return (
    <div data-screen-only className="mt-5 rounded-lg bg-sunk px-5 py-4.5 sm:px-6">
      <h3 className="font-semibold">{t('title')}</h3>
      {homeName !== undefined && others.length === 0 ? (
        <p className="text-md text-ink-2">{t('home', { territory: homeName })}</p>
      ) : (
        <p className="text-md text-ink-2">{t('lead')}</p>
      )}
      {marked.length > 0 && (
        <ul className="mt-3 flex flex-col gap-2">
          {marked.map(({ id, name, state }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{name}</span>
              <TransferStateBadge state={state} />
              <LinkButton size="small" href={`/desk/adoption/${practiceId}/${id}`}>
                {t('open')} <span className="sr-only">{name}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      {unmarked.length > 0 && (
        <div className="mt-3 flex flex-col gap-3">
          <ClientTexts namespaces={['adoption', 'form', 'errors', 'ui']}>
            <InterestOnPractice
              practiceId={practiceId}
              territories={unmarked.map(({ id, name }) => ({ value: id, label: name }))}
              languages={languages}
              language={language}
              initial={{}}
            />
          </ClientTexts>
          {unmarked.length <= fewTerritories &&
            unmarked.map(({ id, name }) => (
              <p key={id}>
                <LinkButton size="small" look="quiet" href={`/desk/adoption/${practiceId}/${id}#outcome-part`}>
                  {name}: {t('outcome')}
                </LinkButton>
              </p>
            ))}
        </div>
      )}
    </div>
  )
}
