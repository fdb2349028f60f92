import '@/modules/actors/actor.commands' // fault: queries-only-ask
import '@/modules/actors/actor.sql' // fault: sql-stays-in-its-room
