import '@/modules/groups/order.schema' // fault: room-order-adoption
