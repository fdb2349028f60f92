import '@/modules/actors/actor.schema' // fault: ui-knows-no-subject
