import '@/modules/relations/order.schema' // fault: room-order-actors
