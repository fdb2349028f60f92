import type { PracticeDetail } from '@/modules/practices/practice.schema'
import { OutLink } from '@/ui/out-link'

/** Where more is said of a practice. */
export function PracticeSources({ links }: Pick<PracticeDetail, 'links'>) {
  return (
    <ul className="flex flex-col gap-1">
      {links.map(({ url, title }) => (
        <li key={url}>
          <OutLink href={url}>{title}</OutLink>
        </li>
      ))}
    </ul>
  )
}
