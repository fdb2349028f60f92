import '@/modules/actors/actor.actions' // fault: mail-and-jobs-use-deeds
