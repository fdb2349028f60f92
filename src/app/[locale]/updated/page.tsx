import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ownPath } from '@/core/own-path'
import { setPageStatus, typedText } from '@/platform/reply'
import { ProblemPage } from '@/ui/problem-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problem.updated')
  return { title: t('title'), robots: { index: false } }
}

/** In place of the answer to a form that an older build made; nobody comes here by its address. */
export default async function UpdatedPage() {
  const typed = typedText()
  if (typed === null) {
    setPageStatus(404)
    return <ProblemPage kind="notFound" />
  }
  setPageStatus(409)
  const t = await getTranslations('problem')
  return (
    <ProblemPage kind="updated" again={ownPath(typed.path, '/').replace(/^\/[a-z]{2}(?=\/)/, '')}>
      {typed.fields.length > 0 && (
        <section aria-labelledby="typed">
          <h2 id="typed" className="mb-2 text-lg font-semibold">
            {t('typed')}
          </h2>
          <dl className="rounded-lg bg-sheet px-5 py-3 shadow-sheet">
            {typed.fields.map(({ name, text }, index) => (
              <div key={index} className="border-b border-rule py-2 last:border-0">
                <dt className="text-xs text-ink-2">{name}</dt>
                <dd className="wrap-break-word whitespace-pre-wrap">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </ProblemPage>
  )
}
