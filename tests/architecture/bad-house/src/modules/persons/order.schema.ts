import '@/modules/actors/order.schema' // fault: room-order-persons
