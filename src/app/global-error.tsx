'use client'

import { useParams } from 'next/navigation'
import { Broken } from '@/ui/broken'
import { brokenTextsOf } from '@/core/broken-texts'
import { fontClasses } from './fonts'
import './globals.css'

/** Takes the place of the whole document when the frame itself fails; Next's own would break our content policy. */
export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { locale } = useParams()
  const texts = brokenTextsOf(locale)
  return (
    <html lang={typeof locale === 'string' ? locale : 'en'} className={fontClasses}>
      <head>
        <title>{texts.title}</title>
      </head>
      <body className="flex min-h-dvh flex-col">
        <main>
          <Broken texts={texts} home="/" digest={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  )
}
