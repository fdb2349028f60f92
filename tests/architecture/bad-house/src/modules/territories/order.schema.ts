import '@/modules/persons/order.schema' // fault: room-order-territories
