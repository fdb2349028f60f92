import '@/modules/actors/actor.queries' // fault: room-looks-fetch-nothing
