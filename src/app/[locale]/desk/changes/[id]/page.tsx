import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecordProblem } from '@/app/record-problem'
import type { Locale } from '@/core/localized'
import { takeBackProposal } from '@/modules/curation/proposal.actions'
import { canDecideProposal, canWithdrawProposal } from '@/modules/curation/proposal.policy'
import { getProposalView } from '@/modules/curation/proposal.queries'
import { PartChoice } from '@/modules/curation/ui/part-choice'
import { ProposalForm } from '@/modules/curation/ui/proposal-form.client'
import { ProposalState } from '@/modules/curation/ui/proposal-state'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { momentText } from '@/core/date-text'
import { DeedForm } from '@/ui/form/deed-form.client'
import { LinkButton } from '@/ui/link-button'
import { Notice } from '@/ui/notice'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { orProblem } from '@/app/[locale]/desk/or-problem'
import { deskViewer } from '@/app/[locale]/desk/desk-viewer'
import { formChoices } from '@/app/[locale]/desk/form-choices'
import { recordWords } from '@/app/[locale]/desk/record-words'

type Props = { params: Promise<{ locale: Locale; id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proposals')
  return { title: t('title'), robots: { index: false } }
}

/** A proposed change of a published record: what differs, and for the coordinator what to take of it. */
export default async function ChangePage({ params }: Props) {
  const { locale, id } = await params
  const viewer = await deskViewer(locale, `/desk/changes/${id}`)
  const view = await orProblem(getProposalView(viewer, id, locale))
  if (typeof view === 'string') return <RecordProblem problem={view} />
  const [t, desk, choices] = await Promise.all([
    getTranslations('proposals'),
    getTranslations('desk'),
    formChoices(viewer, locale),
  ])
  const { row, present, proposal, values, states } = view
  const isPending = row.state === 'pending'
  const mayDecide = isPending && canDecideProposal(viewer, present)
  const mayWithdraw = isPending && canWithdrawProposal(viewer, proposal)
  const { Diff } = recordWords[row.kind]
  const diff = (
    <Diff
      choices={choices}
      versions={values}
      {...(mayDecide && {
        beside: (part, label, shown) => (
          <PartChoice part={part} label={label} shown={shown} state={states.get(part) ?? 'same'} now={values.now} />
        ),
      })}
    />
  )
  return (
    <Page>
      <Breadcrumb steps={[{ label: desk('title'), href: '/desk' }, { label: t('title') }]} />
      <PageHead
        title={row.name}
        eyebrow={t(row.isImport ? 'byImport' : 'by', {
          kind: row.kind,
          author: row.author ?? t('somebody'),
          at: momentText(locale, row.createdAt),
        })}
        actions={<LinkButton href={`/${row.kind}s/${present.slug}`}>{t('openRecord')}</LinkButton>}
      >
        <ProposalState state={row.state} />
      </PageHead>
      <ClientTexts namespaces={['proposals', 'form', 'errors', 'ui']}>
        <div className="flex max-w-[52rem] flex-col gap-5">
          {row.answer !== null && <Notice tone="warn">{t('answer', { answer: row.answer })}</Notice>}
          {mayDecide && [...states.values()].includes('moved') && <Notice tone="mark">{t('movedOn')}</Notice>}
          {mayDecide ? (
            <ProposalForm key={present.version} about={{ id, name: row.name }} version={present.version}>
              {diff}
            </ProposalForm>
          ) : (
            diff
          )}
          {mayWithdraw && (
            <div className="flex flex-wrap gap-3">
              <LinkButton href={`/desk/${row.kind}s/${proposal.recordId}`} size="small">
                {t('goOn')}
              </LinkButton>
              <DeedForm
                action={takeBackProposal}
                values={{ id }}
                size="small"
                look="destructive"
                submit={t('form.withdraw')}
              />
            </div>
          )}
          {row.state === 'declined' && proposal.authorId === viewer.userId && (
            <div>
              <LinkButton href={`/desk/${row.kind}s/${proposal.recordId}?again=1`} size="small">
                {t('again')}
              </LinkButton>
            </div>
          )}
        </div>
      </ClientTexts>
    </Page>
  )
}
