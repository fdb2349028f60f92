import { contested } from './contested'
import type { DeskSection } from './desk-part'
import { changesToReview } from './changes-to-review'
import { dataRequests } from './data-requests'
import { filesToDecide } from './files-to-decide'
import { drafts } from './drafts'
import { news } from './news'
import { openInvitations } from './open-invitations'
import { openRounds } from './open-rounds'
import { ownChanges } from './own-changes'
import { ownContests } from './own-contests'
import { remarks } from './remarks'
import { sentBack } from './sent-back'
import { suggestions } from './suggestions'
import { toConfirm } from './to-confirm'
import { toPublish } from './to-publish'
import { unanswered } from './unanswered'
import { transfers } from './transfers'
import { unsentForms } from './unsent-forms'
import { waiting } from './waiting'
import { workshopsOver } from './workshops-over'

/**
 * The parts of "my tasks" in their order, by the name that stands in their address (`/desk/tasks/{name}`). A part is one
 * file beside this one and one line here.
 */
export const deskSections: readonly [name: string, section: DeskSection][] = [
  ['news', news],
  ['unsent', unsentForms],
  ['sent-back', sentBack],
  ['remarks', remarks],
  ['workshops-over', workshopsOver],
  ['to-publish', toPublish],
  ['data-requests', dataRequests],
  ['rounds', openRounds],
  ['changes', changesToReview],
  ['files', filesToDecide],
  ['own-changes', ownChanges],
  ['contested', contested],
  ['suggestions', suggestions],
  ['transfers', transfers],
  ['invitations', openInvitations],
  ['waiting', waiting],
  ['drafts', drafts],
  ['to-confirm', toConfirm],
  ['unanswered', unanswered],
  ['own-contests', ownContests],
]
