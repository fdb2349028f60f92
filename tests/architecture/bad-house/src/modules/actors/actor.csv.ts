import '@/modules/actors/actor.queries' // fault: translators-are-pure
