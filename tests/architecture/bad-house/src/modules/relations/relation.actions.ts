import '@/modules/actors/actor.commands' // fault: actions-call-own-commands
