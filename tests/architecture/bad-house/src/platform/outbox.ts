import '@/modules/actors/actor.schema' // fault: platform-knows-no-subject
