import './map.sql'
import '@/generated/client' // fault: queries-take-types-of-the-client
import '@/platform/outbox' // fault: queries-read-through-few-pipes
