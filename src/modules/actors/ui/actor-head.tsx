import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActorDetail } from '@/modules/actors/actor.schema'
import { ActorLink } from '@/modules/actors/ui/actor-link'
import { ActorNames } from '@/modules/actors/ui/actor-names'
import { Breadcrumb } from '@/ui/breadcrumb'
import { edtfText } from '@/core/date-text'
import { Disc } from '@/ui/disc'
import { Notice } from '@/ui/notice'
import { PageHead } from '@/ui/page-head'
import { RecordState } from '@/ui/record-state'

/** Where one is, what the actor is called, and to those who keep it: its state and the way to edit. */
export function ActorHead({
  actor,
  name,
  deeds,
}: {
  actor: ActorDetail
  name: { value: string; language: string }
  deeds: ReactNode
}) {
  const t = useTranslations('actors')
  const taxonomy = useTranslations('taxonomy')
  const locale = useLocale()
  const { homeTerritory: home, successor } = actor
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('list.title'), href: '/actors' },
          ...(home === null ? [] : [{ label: home.name, href: `/territories/${home.slug}` }]),
          { label: taxonomy(`kind.${actor.kind}`) },
        ]}
      />
      <PageHead
        title={name.value}
        lang={name.language === locale ? undefined : name.language}
        disc={<Disc kind={actor.kind} size={52} label={taxonomy(`kind.${actor.kind}`)} />}
        actions={deeds}
      >
        <ActorNames names={actor.names} title={name.value} />
      </PageHead>
      <RecordState status={actor.status} visibility={actor.visibility} sentBackReason={actor.sentBackReason} />
      {successor !== null && (
        <p className="mb-5 max-w-[45rem] rounded-md bg-sunk px-4 py-3 text-md">
          {actor.legalStatusSince === null
            ? t.rich('page.became', { actor: () => <ActorLink actor={successor} /> })
            : t.rich('page.becameIn', {
                date: edtfText(locale, actor.legalStatusSince),
                actor: () => <ActorLink actor={successor} />,
              })}
        </p>
      )}
      {actor.fictitious && <Notice tone="warn">{t('page.fictitious')}</Notice>}
    </>
  )
}
