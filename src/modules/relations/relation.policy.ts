export {
  canCreateRecord as canCreateRelation,
  canDiscardRecord as canDiscardRelation,
  canEditRecord as canEditRelation,
  canProposeRecord as canProposeRelation,
  canPublishRecord as canPublishRelation,
  canReadRecord as canReadRelation,
  canSaveRecord as canSaveRelation,
} from '@/core/record-policy'
