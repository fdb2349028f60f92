import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '@/app/metadata'
import { Link } from '@/i18n/navigation'
import { Page } from '@/ui/page'
import { PageHead } from '@/ui/page-head'
import { Prose } from '@/ui/prose'
import { proseTags } from '@/ui/prose-tags'
import { SealKey } from '@/ui/seal-key'

const parts = ['map', 'relation', 'search', 'keyboard', 'register', 'import', 'embed', 'programs'] as const
const command = 'npm run import -- FILE --as wikidata-twins --territory auto'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help')
  return pageMetadata({ title: t('title'), description: t('lead'), path: '/help' })
}

export default async function HelpPage() {
  const t = await getTranslations('help')
  const heading = (part: (typeof parts)[number]) => (
    <h2 id={part} tabIndex={-1} className="scroll-mt-4">
      {t(`${part}.title`)}
    </h2>
  )
  return (
    <Page reading>
      <PageHead title={t('title')} />
      <Prose>
        <p className="font-serif text-xl">{t('lead')}</p>
        <nav aria-label={t('contents')}>
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`${part}.title`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        {heading('map')}
        <p>{t.rich('map.disc', proseTags)}</p>
        <p>{t.rich('map.line', proseTags)}</p>
        <p>{t('map.state')}</p>
        <p>{t('map.list')}</p>
        {heading('relation')}
        <p>{t.rich('relation.international', proseTags)}</p>
        <p>{t.rich('relation.holder', proseTags)}</p>
        <p>{t.rich('relation.seal', proseTags)}</p>
      </Prose>
      <div className="mt-3">
        <SealKey />
      </div>
      <Prose>
        {heading('search')}
        <p>{t.rich('search.one', proseTags)}</p>
        <p>{t('search.two')}</p>
        {heading('keyboard')}
        <ul>
          {(['skip', 'map', 'search', 'menu'] as const).map((key) => (
            <li key={key}>{t.rich(`keyboard.${key}`, proseTags)}</li>
          ))}
        </ul>
        {heading('register')}
        <p>{t.rich('register.account', { signIn: (words) => <Link href="/sign-in">{words}</Link> })}</p>
        <p>{t('register.draft')}</p>
        <p>{t('register.publish')}</p>
        {heading('import')}
        <p>{t('import.one')}</p>
        <pre className="overflow-x-auto rounded-md bg-sunk px-4 py-3 text-sm whitespace-pre-wrap">{command}</pre>
        <p>{t.rich('import.two', proseTags)}</p>
        {heading('embed')}
        <p>{t.rich('embed.one', proseTags)}</p>
        <ul>
          {(['language', 'filters', 'view', 'show', 'chosen', 'height'] as const).map((key) => (
            <li key={key}>{t.rich(`embed.${key}`, proseTags)}</li>
          ))}
        </ul>
        <p>{t('embed.two')}</p>
        {heading('programs')}
        <p>{t.rich('programs.one', proseTags)}</p>
      </Prose>
    </Page>
  )
}
