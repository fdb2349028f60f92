import { ArrowRight, Ban, Check, Clock, PencilLine, Scale } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { dateText, momentText } from '@/core/date-text'
import { inLanguage } from '@/core/localized'
import { Link } from '@/i18n/navigation'
import { closingText } from '@/modules/rounds/closing.schema'
import type { OwnReviewRow, OwnRound } from '@/modules/rounds/own-review.schema'
import { isToDo } from '@/modules/rounds/round.schema'
import { ReviewProgress } from '@/modules/rounds/ui/review-progress'
import { Badge } from '@/ui/badge'
import { Notice } from '@/ui/notice'

/** What somebody was asked to judge, round by round: what is open first, each with what is left to do. */
export function OwnRounds({ rounds }: { rounds: readonly OwnRound[] }) {
  const t = useTranslations('reviews.list')
  const open = rounds.filter(({ state }) => state === 'open').reverse()
  const over = rounds.filter(({ state }) => state !== 'open')
  return (
    <>
      {open.map((round) => (
        <RoundPart key={round.id} round={round} />
      ))}
      {over.length > 0 && (
        <section aria-labelledby="earlier" className="mt-10">
          <h2 id="earlier" className="mb-2 text-lg font-semibold">
            {t('earlier')}
          </h2>
          {over.map((round) => (
            <OverPart key={round.id} round={round} />
          ))}
        </section>
      )}
    </>
  )
}

function Title({ round, level }: { round: OwnRound; level: 2 | 3 }) {
  const locale = useLocale()
  const title = inLanguage(round.title, locale)
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Heading
      id={`round-${round.id}`}
      lang={title.language === locale ? undefined : title.language}
      className={level === 2 ? 'font-serif text-xl font-medium tracking-serif' : 'text-md font-semibold'}
    >
      {title.value}
    </Heading>
  )
}

function RoundPart({ round }: { round: OwnRound }) {
  const t = useTranslations('reviews.list')
  const groups = useTranslations('groups')
  const locale = useLocale()
  const group = inLanguage(round.groupName, locale)
  const toDo = round.rows.filter(({ state }) => isToDo(state))
  const rest = round.rows.filter(({ state }) => !isToDo(state))
  const { done, total, minutes } = round.progress
  return (
    <section aria-labelledby={`round-${round.id}`} className="mb-10">
      <p lang={group.language === locale ? undefined : group.language} className="text-xs font-label text-ink-2">
        {group.value}
      </p>
      <Title round={round} level={2} />
      <p className="mt-1 text-md">{t('until', { closes: closingText(locale, round.closesAt, round.timeZone) })}</p>
      {total > 0 && (
        <div className="mt-2 max-w-80 text-sm text-ink-2">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span>{t('progress', { done, total })}</span>
            {minutes > 0 && <span>{t('time', { minutes })}</span>}
          </p>
          <ReviewProgress done={Array.from({ length: total }, (_, index) => index < done)} />
        </div>
      )}
      {round.demo && (
        <div className="mt-3">
          <Notice tone="mark">{groups('demo')}</Notice>
        </div>
      )}
      <h3 className="mt-5 mb-1 text-md font-semibold">{t('toDo')}</h3>
      {toDo.length === 0 ? (
        <p className="text-sm text-ink-2">{t('nothingToDo')}</p>
      ) : (
        <Rows rows={toDo} isOver={false} />
      )}
      {rest.length > 0 && (
        <>
          <h3 className="mt-5 mb-1 text-md font-semibold">{t('done')}</h3>
          <Rows rows={rest} isOver={false} />
        </>
      )}
    </section>
  )
}

function OverPart({ round }: { round: OwnRound }) {
  const t = useTranslations('reviews.list')
  const locale = useLocale()
  return (
    <section aria-labelledby={`round-${round.id}`} className="mb-6">
      <Title round={round} level={3} />
      <p className="text-sm text-ink-2">
        {round.state === 'annulled'
          ? t('annulled', { reason: round.annulReason ?? '' })
          : t('closed', {
              day: dateText(locale, round.closedAt ?? new Date(round.closesAt.getTime() - 1), 'day', round.timeZone),
            })}
      </p>
      <Rows rows={round.rows} isOver />
    </section>
  )
}

const looks = {
  asked: { tone: 'mark', icon: ArrowRight },
  begun: { tone: 'mark', icon: PencilLine },
  submitted: { tone: 'ok', icon: Check },
  conflict: { tone: 'quiet', icon: Scale },
  removed: { tone: 'quiet', icon: Ban },
  annulled: { tone: 'quiet', icon: Ban },
  withdrawn: { tone: 'quiet', icon: Ban },
  missed: { tone: 'quiet', icon: Clock },
} as const

function Rows({ rows, isOver }: { rows: readonly OwnReviewRow[]; isOver: boolean }) {
  return (
    <ul className="border-t border-rule">
      {rows.map((row) => (
        <Row key={row.id} row={row} isOver={isOver} />
      ))}
    </ul>
  )
}

function Row({ row, isOver }: { row: OwnReviewRow; isOver: boolean }) {
  const t = useTranslations('reviews.list')
  const locale = useLocale()
  const state = isOver && isToDo(row.state) ? 'missed' : row.state
  const { tone, icon: Icon } = looks[state]
  const title = row.title && inLanguage(row.title, locale)
  const place = row.territoryName && inLanguage(row.territoryName, locale).value
  const when =
    state === 'submitted' && row.submittedAt !== null
      ? t('sentOn', { at: momentText(locale, row.submittedAt) })
      : state === 'begun' && row.savedAt !== null
        ? t('keptOn', { at: momentText(locale, row.savedAt) })
        : null
  const facts = [
    place,
    state !== 'missed' && isToDo(state) ? t('minutes', { minutes: row.minutes }) : null,
    when,
  ].filter((fact) => fact !== null)
  return (
    <li className="relative flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <Link
          href={`/desk/reviews/${row.id}`}
          prefetch={false}
          lang={title !== null && title.language !== locale ? title.language : undefined}
          // The whole row is the target of a thumb.
          className="font-semibold wrap-break-word after:absolute after:inset-0"
        >
          {title?.value ?? t('hidden')}
        </Link>
        {facts.length > 0 && <p className="text-sm text-ink-2">{facts.join(', ')}</p>}
        {row.hasUnsent && <p className="text-sm text-warn">{t('unsent')}</p>}
      </div>
      <Badge tone={tone} icon={<Icon aria-hidden />}>
        {t(`state.${state}`)}
      </Badge>
    </li>
  )
}
