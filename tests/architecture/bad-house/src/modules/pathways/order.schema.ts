import '@/modules/activities/order.schema' // fault: room-order-pathways
