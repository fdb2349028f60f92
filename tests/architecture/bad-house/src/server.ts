import '@/modules/actors/actor.queries' // fault: entry-starts-doors-and-plumbing
