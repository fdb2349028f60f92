import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { FormFields } from '@/core/form-fields'
import { languageName } from '@/core/language'
import { locales, type Locale } from '@/core/localized'
import { PersonForm } from '@/modules/persons/ui/person-form.client'
import { Breadcrumb } from '@/ui/breadcrumb'
import { ClientTexts } from '@/ui/client-texts'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'

/** The frame of both pages of a contact person, a new one and one that is there. */
export async function PersonPage({
  actorId,
  title,
  initial,
  locale,
  notice,
  children,
}: {
  actorId: string
  title: string
  initial: FormFields
  locale: Locale
  /** Where the entry stands, above the form. */
  notice?: ReactNode
  children?: ReactNode
}) {
  const [t, desk, form] = await Promise.all([
    getTranslations('persons.form'),
    getTranslations('desk'),
    getTranslations('actorForm'),
  ])
  const languages = locales.map((value) => ({ value, label: languageName(value, locale) }))
  return (
    <Page reading>
      <Breadcrumb
        steps={[
          { label: desk('title'), href: '/desk' },
          { label: form('editTitle'), href: `/desk/actors/${actorId}` },
          { label: title },
        ]}
      />
      <PageHead title={title}>{t('lead')}</PageHead>
      {notice !== undefined && <div className="mb-6 max-w-[34rem]">{notice}</div>}
      <ClientTexts namespaces={['persons', 'form', 'errors', 'ui']}>
        <PersonForm key={String(initial.version)} actorId={actorId} initial={initial} languages={languages} />
        {children}
      </ClientTexts>
    </Page>
  )
}
