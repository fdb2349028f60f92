import 'next/navigation' // fault: room-packages
import '@/modules/actors/actor.sql' // fault: sql-only-for-queries
