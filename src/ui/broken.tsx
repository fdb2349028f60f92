import { buttonClasses } from './button-look'
import type { BrokenTexts } from '@/core/broken-texts'

/** The text of an error page. Needs no messages and no router. */
export function Broken({
  texts,
  home,
  digest,
  retry,
  isUpdated = false,
}: {
  texts: BrokenTexts
  home: string
  /** Number under which the log holds the fault. */
  digest: string | undefined
  retry: () => void
  /** Nothing broke: the page is of an older build. */
  isUpdated?: boolean
}) {
  return (
    <div className="page-frame w-full pt-7.5 pb-16">
      <h1 className="font-serif text-2xl tracking-display sm:text-3xl">
        {isUpdated ? texts.updatedTitle : texts.title}
      </h1>
      <p className="mt-3 text-lg/[1.6]">{isUpdated ? texts.updatedBody : texts.body}</p>
      {digest !== undefined && (
        <p className="mt-1 text-sm text-ink-2">
          {texts.number} {digest}
        </p>
      )}
      <p className="mt-5 flex flex-wrap gap-2">
        <button type="button" onClick={retry} className={buttonClasses({ look: 'primary' })}>
          {texts.again}
        </button>
        <a href={home} className={buttonClasses({})}>
          {texts.home}
        </a>
      </p>
    </div>
  )
}
