import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { NewRecordLinks } from '@/modules/desk/ui/new-record-links'
import { TaskSection } from '@/modules/desk/ui/task-section'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Toast } from '@/ui/toast'
import { deskViewer } from './desk-viewer'
import { DeskWays } from './desk-ways'
import type { DeskPart } from './sections/desk-part'
import { deskSections } from './sections/desk-sections'

type Props = {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('desk')
  return { title: t('title'), robots: { index: false } }
}

/** Of each part the desk shows its first rows; "all" shows the rest. */
const limit = 8
const moves = ['submit', 'publish', 'sendBack', 'archive', 'restore', 'discard'] as const
const proposed = ['propose', 'nothing', 'accept', 'decline', 'withdraw'] as const
const deeds = [...moves, ...proposed, 'taken', 'left', 'erased', 'undo'] as const

export default async function DeskPage({ params, searchParams }: Props) {
  const [{ locale }, asked] = await Promise.all([params, searchParams])
  const viewer = await deskViewer(locale, '/desk')
  const [t, parts] = await Promise.all([
    getTranslations('desk'),
    Promise.all(
      deskSections.map(async ([name, section]) => ({
        name,
        part: await section({ viewer, locale, limit, after: null }),
      })),
    ),
  ])
  const isEmpty = parts.every(({ part }) => part === null || part.count === 0)
  const done = deeds.find((deed) => deed === asked.done)
  const target = (['actor', 'relation', 'practice'] as const).find((kind) => typeof asked[kind] === 'string')
  return (
    <Page>
      <PageHead title={t('title')} actions={isEmpty ? undefined : <NewRecordLinks />}>
        {t('lead')}
      </PageHead>
      {isEmpty && (
        <EmptyState title={t('empty.title')} action={<NewRecordLinks />}>
          {t('empty.body')}
        </EmptyState>
      )}
      {parts.map(
        ({ name, part }) =>
          part !== null &&
          (part.count > 0 || (part.empty !== undefined && !isEmpty)) && (
            <TaskSection
              key={name}
              id={name}
              title={part.title}
              lead={part.lead}
              count={part.count}
              foot={<Rest name={name} part={part} label={t('all', { count: part.count })} />}
            >
              {part.count > 0 ? part.rows : <p className="text-sm text-ink-2">{part.empty}</p>}
            </TaskSection>
          ),
      )}
      <DeskWays viewer={viewer} />
      {done !== undefined && (
        <Toast key={`${done} ${JSON.stringify(asked)}`}>
          {t(`done.${done}`)} {done === 'undo' && Number(asked.left) > 0 && t('undoLeft', { left: Number(asked.left) })}
          {target !== undefined && done !== 'archive' && (
            <Link href={`/${target}s/${String(asked[target])}`} prefetch={false}>
              {t('open')}
            </Link>
          )}
        </Toast>
      )}
    </Page>
  )
}

/** The ways to the rest of a part: its own lists, or the page of its rows where the desk does not show all of them. */
function Rest({ name, part, label }: { name: string; part: DeskPart; label: string }) {
  const ways = part.all ?? (part.next ? [{ href: `/desk/tasks/${name}`, label }] : [])
  if (ways.length === 0) return null
  return (
    <p data-screen-only className="mt-3 flex flex-wrap gap-2">
      {ways.map((way) => (
        <LinkButton key={way.href} href={way.href} size="small">
          {way.label}
        </LinkButton>
      ))}
    </p>
  )
}
