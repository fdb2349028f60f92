// The actions of curated records, alike in every room: what a form and its buttons do, and where they lead.
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { FormHead } from '@/core/form-intent'
import type { StaleForm } from '@/core/form-outcome'
import type { Viewer } from '@/core/viewer'
import type { Saved } from '@/platform/curated'
import { formAction } from '@/platform/form-action'

type Kind = 'actor' | 'relation' | 'practice'

/** The form of a record. A saved draft stays open; what was sent on leads back to the desk. */
export const recordForm = <Schema extends z.ZodType<FormHead>>(
  schema: Schema,
  kind: Kind,
  keep: (viewer: Viewer | null, form: z.output<Schema>, locale: string) => Promise<{ saved: Saved } | StaleForm>,
) =>
  formAction(schema, async (form, { viewer, locale }): Promise<StaleForm> => {
    const kept = await keep(viewer, form, locale)
    if ('stale' in kept) return kept
    const { version, slug, outcome } = kept.saved
    if (form.intent === 'save') redirect(`/${locale}/desk/${kind}s/${form.id}?done=saved&v=${version}`)
    const done = form.intent === 'propose' && outcome === 'unchanged' ? 'nothing' : form.intent
    return redirect(`/${locale}/desk?done=${done}&${kind}=${slug}`)
  })

/** A deed on a record as it stands. The desk it leads to says what was `done`, and to which. */
export const recordDeed = <Schema extends z.ZodType>(
  schema: Schema,
  [kind, done]: [Kind, 'publish' | 'sendBack' | 'archive' | 'restore'],
  deed: (viewer: Viewer | null, at: z.output<Schema>) => Promise<Saved>,
) =>
  formAction(schema, async (at, { viewer, locale }) => {
    const { slug } = await deed(viewer, at)
    redirect(`/${locale}/desk?done=${done}&${kind}=${slug}`)
  })

/** Throws an own draft away: nothing is left to lead to. */
export const draftDiscarded = <Schema extends z.ZodType>(
  schema: Schema,
  discard: (viewer: Viewer | null, at: z.output<Schema>) => Promise<void>,
) =>
  formAction(schema, async (at, { viewer, locale }) => {
    await discard(viewer, at)
    redirect(`/${locale}/desk?done=discard`)
  })
