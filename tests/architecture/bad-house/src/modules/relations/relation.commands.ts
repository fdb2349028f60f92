import '@/modules/actors/actor.actions' // fault: commands-know-no-door
