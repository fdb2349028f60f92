import '@/modules/gossip/gossip.schema' // fault: room-listed
