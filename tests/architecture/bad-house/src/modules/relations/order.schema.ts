import '@/modules/search/order.schema' // fault: room-order-relations
