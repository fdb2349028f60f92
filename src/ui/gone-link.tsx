import type { ReactNode } from 'react'
import { Page } from './page'
import { PageHead } from './page-head'

/** The page of a mailed link that is used or too old: what happened, and how to get another one (`children`). */
export function GoneLink({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <Page reading>
      <PageHead title={title}>
        <p className="text-base">{children}</p>
      </PageHead>
      {action}
    </Page>
  )
}
