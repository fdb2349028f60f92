import { useLocale, useTranslations } from 'next-intl'
import { keptBeside } from '@/core/address'
import { anyFacet, type AnyFacet, type FacetAnswer } from '@/modules/taxonomy/facet.schema'
import type { Filter } from '@/modules/taxonomy/filter.schema'
import { type FilterNames, useActiveFilters } from '@/modules/taxonomy/ui/active-filters'
import { FacetChoices } from '@/modules/taxonomy/ui/facet-choices.client'
import { Button } from '@/ui/button'
import { ClientTexts } from '@/ui/client-texts'
import { LinkButton } from '@/ui/link-button'
import { TextInput } from '@/ui/text-input'

/** Every filter of a list in one GET form. */
export function PlainFilters({
  path,
  params,
  filter,
  names,
  answers,
}: {
  /** Without the language: `/actors`. */
  path: string
  params: URLSearchParams
  filter: Filter
  names: FilterNames
  answers: readonly ({ facet: AnyFacet } & FacetAnswer)[]
}) {
  const t = useTranslations('filters')
  const locale = useLocale()
  const active = useActiveFilters({ filter, params, path, names })
  return (
    <form action={`/${locale}${path}`} method="get" className="flex flex-col gap-8">
      {keptBeside(params, 'q', ...anyFacet.options, 'since', 'until').map(([key, value], index) => (
        <input key={index} type="hidden" name={key} value={value} />
      ))}
      <div className="grid max-w-[40rem] gap-5 sm:grid-cols-3">
        <TextInput name="q" label={t('key.q')} optional type="search" defaultValue={params.get('q') ?? ''} />
        <TextInput
          name="since"
          label={t('since')}
          optional
          inputMode="numeric"
          defaultValue={params.get('since') ?? ''}
        />
        <TextInput
          name="until"
          label={t('until')}
          optional
          inputMode="numeric"
          defaultValue={params.get('until') ?? ''}
        />
      </div>
      <div className="grid gap-8 sm:grid-cols-2 wide:grid-cols-3">
        <ClientTexts namespaces={['filters']}>
          {answers.map(({ facet, ...answer }) => (
            <section key={facet} id={facet} aria-labelledby={`${facet}-head`} className="scroll-mt-4">
              <h2 id={`${facet}-head`} className="mb-1 font-semibold">
                {t(`key.${facet}`)}
              </h2>
              <FacetChoices
                facet={facet}
                label={t(`key.${facet}`)}
                answer={answer}
                chosen={active.find(({ key }) => key === facet)?.chosen ?? []}
              />
            </section>
          ))}
        </ClientTexts>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary">
          {t('show')}
        </Button>
        <LinkButton href={path}>{t('clear')}</LinkButton>
      </div>
    </form>
  )
}
