import { z } from 'zod'
import { recordKinds } from '@/core/curated'
import { idSchema } from '@/core/id'

const day = z.iso.date()

/** What the log is asked for. What means nothing is left out, not refused: addresses are written by hand too. */
export const auditFilterSchema = z.object({
  /** A part of the name of who did it; for administrators of the address too. */
  who: z.string().trim().min(1).max(200).optional().catch(undefined),
  action: z
    .string()
    .regex(/^[a-zA-Z][\w-]{0,60}$/)
    .optional()
    .catch(undefined),
  /** The id of what it was done to. */
  record: idSchema.optional().catch(undefined),
  territory: idSchema.optional().catch(undefined),
  /** First and last day, in UTC. */
  since: day.optional().catch(undefined),
  until: day.optional().catch(undefined),
})
export type AuditFilter = z.output<typeof auditFilterSchema>

/** Deeds that have words of their own (`admin.action`), in the order of the alphabet. */
export const auditActions = [
  'accept',
  'accept-invitation',
  'accept_suggestion',
  'annul-review',
  'annul-round',
  'archive',
  'assign-reviewers',
  'cancel-meeting',
  'change',
  'change-group',
  'change-meeting',
  'change-password',
  'change-person',
  'choose-password',
  'claim',
  'close-round',
  'compare_again',
  'contestOpened',
  'contestRejected',
  'contestUpheld',
  'contestWithdrawn',
  'copy-invitation-link',
  'correct-decision',
  'correct-person',
  'create',
  'create-api-key',
  'create-group',
  'create-person',
  'create-user',
  'decline',
  'delete-account',
  'disable-user',
  'discard',
  'enable-user',
  'end-all-sessions',
  'erase',
  'erase-person',
  'erase-user',
  'expire-person',
  'export-contacts',
  'extend-round',
  'grant-administration',
  'import',
  'invite',
  'merge',
  'move',
  'object-person',
  'open-round',
  'plan-meeting',
  'propose',
  'publish',
  'publish-minutes',
  'record-attendance',
  'record-decision',
  'redraw',
  'remind-reviewers',
  'remove-person',
  'remove-reviewer',
  'renew-recovery-codes',
  'request-declined',
  'request-done',
  'resend-invitation',
  'restore',
  'restore_version',
  'retire-code',
  'revoke-api-key',
  'revoke-invitation',
  'run-retention',
  'save',
  'save-code',
  'save-settings',
  'seat-member',
  'send-mail-again',
  'send_back',
  'start-reset',
  'submit',
  'succeed',
  'take-out-practice',
  'take-second-factor',
  'tell_apart',
  'transfer',
  'two-factor-off',
  'two-factor-on',
  'undo',
  'undo_merge',
  'undo_verify',
  'use-recovery-code',
  'verify',
  'withdraw',
] as const

/** One entry. `name` is that of the record, where the viewer may read it. */
export const auditRowSchema = z.object({
  id: z.bigint().transform(String),
  at: z.date(),
  userId: idSchema.nullable(),
  user: z.string().nullable(),
  action: z.string(),
  recordKind: z.enum(recordKinds).nullable(),
  recordId: idSchema.nullable(),
  name: z.string().nullable(),
  territoryId: idSchema.nullable(),
  territory: z.string().nullable(),
  fields: z.array(z.string()),
})
export type AuditRow = z.output<typeof auditRowSchema>
