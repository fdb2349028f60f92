export {
  canCreateRecord as canCreateActor,
  canDiscardRecord as canDiscardActor,
  canEditRecord as canEditActor,
  canProposeRecord as canProposeActor,
  canPublishRecord as canPublishActor,
  canReadRecord as canReadActor,
  canSaveRecord as canSaveActor,
} from '@/core/record-policy'
