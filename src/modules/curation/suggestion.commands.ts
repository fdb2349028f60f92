import { AppError, requireThat } from '@/core/app-error'
import { newId } from '@/core/id'
import { networkOf } from '@/core/network'
import type { Visit } from '@/core/opening'
import { systemViewer, type Viewer } from '@/core/viewer'
import {
  actorWith,
  changesOf,
  fieldsOfKind,
  relationWith,
  type SuggestedChanges,
  suggestedValues,
} from '@/modules/curation/suggested-field.schema'
import { type FieldedKind, isFielded } from '@/modules/curation/suggested-look.schema'
import { confirmSuggestionMail } from '@/modules/curation/suggestion.mail'
import { canSuggest } from '@/modules/curation/suggestion.policy'
import {
  findMailedSuggestion,
  getSuggestible,
  presentContent,
  type Suggestible,
} from '@/modules/curation/suggestion.queries'
import { type SuggestibleKind, suggestionSubject, type SuggestionForm } from '@/modules/curation/suggestion.schema'
import { findAsked, getCareSettings } from '@/modules/curation/verification.queries'
import { noJson, type Transaction } from '@/platform/bulk'
import { db } from '@/platform/db'
import { formAge, stampForm } from '@/platform/form-time'
import { takeFrom } from '@/platform/limits'
import { queueMails } from '@/platform/mail'
import { findToken, spendToken } from '@/platform/mailed-token'
import { notifyCoordinators } from '@/platform/notify'

const purpose = 'suggestion'
/** Nobody reads a form and fills it in faster. */
const fewestSeconds = 2
const unconfirmedDays = 14

/** The light form of a record, with its stamp. Throws `not-found` and `gone` as the record's page, `forbidden`. */
export async function openSuggestion(
  viewer: Viewer | null,
  asked: { kind: SuggestibleKind; idOrSlug: string },
  locale: string,
): Promise<Suggestible & { stamp: string }> {
  const record = await getSuggestible(viewer, asked, locale)
  requireThat(canSuggest(record), viewer)
  return { ...record, stamp: stampForm(record.id) }
}

type Sender = { viewer: Viewer | null; locale: string; visit: Pick<Visit, 'address'> }

/**
 * Keeps a suggestion. A visitor's waits for the click in a mail; whoever has an account or came by a mailed link needs
 * none. Answers which of the two. Throws `invalid` (nothing said, a value the record cannot have), `limited`, `gone`.
 */
export async function suggestCorrection(
  form: SuggestionForm,
  { viewer, locale, visit }: Sender,
): Promise<{ slug: string; way: 'mailed' | 'sent' }> {
  const record = await getSuggestible(viewer, { kind: form.kind, idOrSlug: form.id }, locale)
  requireThat(canSuggest(record), viewer)
  const changes = await saidChanges(form, locale)
  const way = form.token !== undefined ? 'link' : viewer !== null ? 'account' : 'mail'
  const email = way === 'account' && viewer !== null ? await addressOf(viewer) : form.email
  if (way === 'mail' && email === undefined) throw refused('email', 'required')
  if (way === 'mail') requireHuman(form)
  await takeFrom([
    way === 'account' && viewer !== null
      ? { deed: 'suggestion-account', subject: viewer.userId, max: 20, minutes: 60 }
      : { deed: 'suggestion-address', subject: networkOf(visit.address), max: 3, minutes: 60 },
    // A stranger's mailbox is not filled from here.
    ...(way === 'mail' && email !== undefined
      ? [{ deed: 'suggestion-mail', subject: email.toLowerCase(), max: 3, minutes: 60 }]
      : []),
    { deed: 'suggestion-record', subject: record.id, max: 20, minutes: 60 },
  ])
  return db.$transaction(async (tx) => {
    const from = way === 'link' ? await spendVerification(tx, form) : (email ?? '')
    const id = newId()
    await tx.suggestion.create({
      data: {
        ...{ id, recordKind: record.kind, recordId: record.id, territoryId: record.territoryId },
        ...{ baseVersion: form.version, email: from, locale, message: form.message ?? null },
        changes: changes ?? noJson,
        changed: Object.keys(changes?.fields ?? {}),
        ...(way !== 'mail' && { state: 'waiting', confirmedAt: new Date() }),
      },
    })
    if (way === 'mail') await queueMails(tx, [confirmSuggestionMail({ id, to: from, locale, name: record.name })])
    else await tellCoordinators(tx, record, viewer)
    return { slug: record.slug, way: way === 'mail' ? 'mailed' : 'sent' }
  })
}

const refused = (field: string, message: string) => new AppError('invalid', 'invalid', {}, [{ field, message }])

/** What a form changes, as it would be stored now. Throws `invalid` at the fields, and when nothing is said. */
async function saidChanges(form: SuggestionForm, locale: string): Promise<SuggestedChanges | null> {
  const changes = isFielded(form.kind) ? await storableChanges(form.kind, form, locale) : null
  if (changes === null && form.message === undefined) throw refused('message', 'nothingSuggested')
  return changes
}

async function storableChanges(
  kind: FieldedKind,
  { id, seen, fields }: SuggestionForm,
  locale: string,
): Promise<SuggestedChanges | null> {
  const strange = Object.keys({ ...seen, ...fields }).find((field) => !fieldsOfKind(kind).has(field))
  if (strange !== undefined) throw refused(`fields.${strange.slice(0, 40)}`, 'unknownField')
  const present = await presentContent(kind, id)
  const typed = changesOf(kind, { seen, sent: fields }, locale)
  const { content, problems } = kind === 'actor' ? actorWith(present, typed) : relationWith(present, typed)
  if (problems !== undefined) throw new AppError('invalid', 'invalid', {}, problems)
  const [now, then] = [suggestedValues(kind, present, locale), suggestedValues(kind, content, locale)]
  const stored = Object.entries(typed.fields).flatMap(([field, { before }]) =>
    then[field] === undefined || then[field] === now[field] ? [] : [[field, { before, after: then[field] }] as const],
  )
  return stored.length > 0 ? { locale, fields: Object.fromEntries(stored) } : null
}

/** Two traps that ask nothing of people: the hidden field is judged by the schema, the time here. */
function requireHuman({ stamp, id }: SuggestionForm): void {
  const age = formAge(stamp, id)
  if (age === null) throw new AppError('invalid', 'formUnknown')
  if (age < fewestSeconds) throw new AppError('invalid', 'tooFast')
}

async function addressOf(viewer: Viewer): Promise<string> {
  return (await db.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { email: true } })).email
}

/** The holder who was asked "still true?" says no: the link is spent, the question answered. Returns the address. */
async function spendVerification(tx: Transaction, { token = '', id, message }: SuggestionForm): Promise<string> {
  const { subject, email } = await spendToken(tx, token, 'verify')
  const asked = await findAsked(subject, tx)
  if (asked?.record?.id !== id) throw new AppError('gone', 'linkGone')
  await tx.verificationRequest.update({
    where: { id: asked.request.id },
    data: { answeredAt: new Date(), confirmed: false, note: message ?? null },
  })
  return email
}

const tellCoordinators = (
  tx: Transaction,
  record: { kind: SuggestibleKind; id: string; name: string; territoryId: string | null },
  viewer: Viewer | null,
) =>
  notifyCoordinators(
    tx,
    record.territoryId,
    { kind: 'suggestion', record: { kind: record.kind, id: record.id }, parameters: { name: record.name } },
    viewer?.userId,
  )

/** The sender's one click: the suggestion goes into the queue. Throws `gone`. */
export async function confirmSuggestion(token: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { subject } = await spendToken(tx, token, purpose)
    const { suggestion: id } = suggestionSubject.parse(subject)
    const { count } = await tx.suggestion.updateMany({
      where: { id, state: 'unconfirmed' },
      data: { state: 'waiting', confirmedAt: new Date() },
    })
    if (count === 0) throw new AppError('gone', 'linkGone')
    const stored = await tx.suggestion.findUniqueOrThrow({ where: { id } })
    const mailed = await findMailedSuggestion(token)
    const { kind, name = '' } = mailed?.suggestion ?? { kind: null }
    if (kind === null) return
    await tellCoordinators(tx, { kind, name, id: stored.recordId, territoryId: stored.territoryId }, null)
  })
}

/** A new link to the same address, as long as the suggestion waits for its click. Throws `gone`, `limited`. */
export async function renewSuggestionLink(token: string): Promise<void> {
  const [found, mailed] = await Promise.all([findToken(token, purpose), findMailedSuggestion(token)])
  const suggestion = mailed?.suggestion
  if (found === null || suggestion?.state !== 'unconfirmed') throw new AppError('gone', 'linkGone')
  const { email, locale } = found
  await takeFrom([{ deed: 'suggestion-mail', subject: email.toLowerCase(), max: 3, minutes: 60 }])
  await db.$transaction((tx) =>
    queueMails(tx, [confirmSuggestionMail({ id: suggestion.id, to: email, locale, name: suggestion.name })]),
  )
}

/** Forgets who sent what was decided long ago, and what was never confirmed. Returns how many of each. */
export async function forgetSenders(viewer: Viewer | null): Promise<{ forgotten: number; deleted: number }> {
  requireThat(viewer?.userId === systemViewer.userId, viewer)
  const { suggestionMonths } = await getCareSettings()
  const decided = new Date()
  decided.setUTCMonth(decided.getUTCMonth() - suggestionMonths)
  const made = new Date(Date.now() - unconfirmedDays * 86_400_000)
  const [{ count: forgotten }, { count: deleted }] = await db.$transaction([
    db.suggestion.updateMany({ where: { decidedAt: { lt: decided }, email: { not: null } }, data: { email: null } }),
    db.suggestion.deleteMany({ where: { state: 'unconfirmed', createdAt: { lt: made } } }),
  ])
  return { forgotten, deleted }
}
